using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning;

/// <summary>One setting of a learner: values by parameter name. What is not set has its default. Immutable.</summary>
public sealed class ParameterValues
{
    private readonly SortedDictionary<string, string> _texts;

    private ParameterValues(SortedDictionary<string, string> texts) => _texts = texts;

    /// <summary>Nothing set: every parameter has its default.</summary>
    public static ParameterValues Default { get; } = new(new(StringComparer.Ordinal));

    /// <summary>What was set, as invariant text, in ordinal order of names.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>Makes a setting from texts, as a plan holds them. Checked by <see cref="Check"/>, not here.</summary>
    /// <param name="texts">Values in invariant culture.</param>
    /// <returns>The setting.</returns>
    public static ParameterValues From(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(new(texts.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The setting with one number set.</summary>
    /// <param name="name">A parameter.</param>
    /// <param name="value">Its value.</param>
    /// <returns>A new setting.</returns>
    public ParameterValues With(string name, double value) => With(name, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The setting with one word set.</summary>
    /// <param name="name">A parameter.</param>
    /// <param name="value">Its value.</param>
    /// <returns>A new setting.</returns>
    public ParameterValues With(string name, string value) => new(new(_texts, StringComparer.Ordinal) { [name] = value });

    /// <summary>The value of a number, or its default.</summary>
    /// <param name="spec">The parameter.</param>
    /// <returns>A value within the range, once <see cref="Check"/> has passed.</returns>
    public double Number(ParameterSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return _texts.TryGetValue(spec.Name, out var text) ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : spec.Default;
    }

    /// <summary>The value of a whole number, or its default.</summary>
    /// <param name="spec">The parameter.</param>
    /// <returns>A value within the range, once <see cref="Check"/> has passed.</returns>
    public int Integer(ParameterSpec spec) => (int)Number(spec);

    /// <summary>The word of a choice, or its default.</summary>
    /// <param name="spec">The parameter.</param>
    /// <returns>One of the choices, once <see cref="Check"/> has passed.</returns>
    public string Choice(ParameterSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return _texts.TryGetValue(spec.Name, out var text) ? text : spec.Choices[0];
    }

    /// <summary>Checks every value against its spec. A learner calls this first.</summary>
    /// <param name="learner">The learner's name, for the text.</param>
    /// <param name="specs">What it declares.</param>
    /// <exception cref="OptionsException">A name is unknown or a value out of range; the text lists all faults.</exception>
    public void Check(string learner, IReadOnlyList<ParameterSpec> specs)
    {
        ArgumentNullException.ThrowIfNull(specs);
        string[] faults = [.. _texts.Select(pair => Fault(learner, pair, specs)).OfType<string>()];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _texts.Select(pair => $"{pair.Key}={pair.Value}"));

    private static string? Fault(string learner, KeyValuePair<string, string> pair, IReadOnlyList<ParameterSpec> specs)
    {
        if (specs.FirstOrDefault(spec => spec.Name == pair.Key) is not { } spec)
        {
            var names = specs.Select(spec => spec.Name).ToArray();
            return $"Learner '{learner}' has no parameter '{pair.Key}'.{NearestName.Suggest(pair.Key, names)} It has: {string.Join(", ", names)}.";
        }

        return Fits(spec, pair.Value)
            ? null
            : $"Parameter '{spec.Name}' of learner '{learner}' must be {spec.Range()}. Got '{pair.Value}'. {spec.Meaning}";
    }

    private static bool Fits(ParameterSpec spec, string text)
    {
        if (spec.Kind == ParameterKind.Choice)
        {
            return spec.Choices.Contains(text);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= spec.Minimum
            && value <= spec.Maximum
            && (spec.Kind == ParameterKind.Number || value == Math.Floor(value));
    }
}
