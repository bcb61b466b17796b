using System.Globalization;

namespace Modelwright.Core.Learning;

/// <summary>One parameter of a learner, described so that search, documents and pages read the same record.</summary>
public sealed record ParameterSpec
{
    private ParameterSpec()
    {
    }

    /// <summary>The field's standard term, in snake_case as in plans: 'learning_rate'.</summary>
    public required string Name { get; init; }

    /// <summary>What values it takes.</summary>
    public required ParameterKind Kind { get; init; }

    /// <summary>Smallest value of a number.</summary>
    public double Minimum { get; init; }

    /// <summary>Largest value of a number.</summary>
    public double Maximum { get; init; }

    /// <summary>Whether search moves by factors instead of by sums.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Whether it bounds the work or the size of a fit and says nothing of what is learned; search leaves it as recommended.</summary>
    public bool IsLimit { get; init; }

    /// <summary>Value of a number where none is given.</summary>
    public double Default { get; init; }

    /// <summary>The words of a choice; the first is the default.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What it does and which way to move it, in one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>A parameter that takes any number in a range.</summary>
    /// <param name="name">The field's standard term in snake_case.</param>
    /// <param name="range">Smallest and largest value, both allowed.</param>
    /// <param name="fallback">Value where none is given.</param>
    /// <param name="meaning">What it does, in one sentence.</param>
    /// <param name="isLogarithmic">Whether search moves by factors.</param>
    /// <returns>The spec.</returns>
    public static ParameterSpec Number(string name, (double Minimum, double Maximum) range, double fallback, string meaning, bool isLogarithmic = false) =>
        new() { Name = name, Kind = ParameterKind.Number, Minimum = range.Minimum, Maximum = range.Maximum, Default = fallback, Meaning = meaning, IsLogarithmic = isLogarithmic };

    /// <summary>A parameter that takes whole numbers in a range.</summary>
    /// <param name="name">The field's standard term in snake_case.</param>
    /// <param name="range">Smallest and largest value, both allowed.</param>
    /// <param name="fallback">Value where none is given.</param>
    /// <param name="meaning">What it does, in one sentence.</param>
    /// <param name="isLogarithmic">Whether search moves by factors.</param>
    /// <returns>The spec.</returns>
    public static ParameterSpec Integer(string name, (int Minimum, int Maximum) range, int fallback, string meaning, bool isLogarithmic = false) =>
        new() { Name = name, Kind = ParameterKind.Integer, Minimum = range.Minimum, Maximum = range.Maximum, Default = fallback, Meaning = meaning, IsLogarithmic = isLogarithmic };

    /// <summary>A parameter that takes one of a list of words.</summary>
    /// <param name="name">The field's standard term in snake_case.</param>
    /// <param name="choices">The words; the first is the default.</param>
    /// <param name="meaning">What it does, in one sentence.</param>
    /// <returns>The spec.</returns>
    public static ParameterSpec Choice(string name, IReadOnlyList<string> choices, string meaning) =>
        new() { Name = name, Kind = ParameterKind.Choice, Choices = choices, Meaning = meaning };

    /// <summary>The range as a person reads it, such as "from 0.001 to 1" or "one of 'a', 'b'".</summary>
    /// <returns>A few words in invariant culture.</returns>
    public string Range() => Kind switch
    {
        ParameterKind.Choice => "one of " + string.Join(", ", Choices.Select(choice => $"'{choice}'")),
        ParameterKind.Integer => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Minimum} to {Maximum}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"from {Minimum} to {Maximum}"),
    };
}
