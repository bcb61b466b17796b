using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Explain.Counterfactuals;

/// <summary>The answer that is wanted instead.</summary>
public sealed class Goal
{
    private static readonly string[] Signs = [">=", "<=", ">", "<"];

    private readonly int _class;
    private readonly string _sign;
    private readonly double _bound;

    private Goal(string text, int place, string sign, double bound)
    {
        (Text, _class, _sign, _bound) = (text, place, sign, bound);
    }

    /// <summary>The goal as it was given.</summary>
    public string Text { get; }

    /// <summary>Reads a goal.</summary>
    /// <param name="text">A class; or for numbers a sign and a bound: '>4100', '&lt;=12.5'.</param>
    /// <param name="classes">The classes of the model; none for numbers.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="OptionsException">It is no class of the model, or no bound; the text says how to write it.</exception>
    public static Goal Parse(string text, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count > 0)
        {
            var place = classes.ToList().IndexOf(text);
            return place >= 0
                ? new(text, place, "", 0)
                : throw new OptionsException($"The model knows no class '{text}'.{NearestName.Suggest(text, classes)} There are: {string.Join(", ", classes)}.");
        }

        var trimmed = text.Trim();
        var sign = Array.Find(Signs, one => trimmed.StartsWith(one, StringComparison.Ordinal)) ?? "";
        return sign.Length > 0 && double.TryParse(trimmed.AsSpan(sign.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && double.IsFinite(bound)
            ? new(trimmed, -1, sign, bound)
            : throw new OptionsException($"The model answers numbers, so what is wanted is a sign and a bound. Got '{text}'. Write it like '>4100' or '<=12.5', in quotes.");
    }

    /// <summary>How far an answer is beyond the goal: 0 or more where it is reached, in the unit of the answer.</summary>
    internal double Margin(ReadOnlySpan<double> answer)
    {
        if (_class >= 0)
        {
            var other = double.NegativeInfinity;
            for (var place = 0; place < answer.Length; place++)
            {
                // Of equal probabilities the first class is the answer.
                other = place == _class ? other : Math.Max(other, place < _class ? Math.BitIncrement(answer[place]) : answer[place]);
            }

            return answer[_class] - other;
        }

        return _sign switch
        {
            ">" => answer[0] - Math.BitIncrement(_bound),
            ">=" => answer[0] - _bound,
            "<" => Math.BitDecrement(_bound) - answer[0],
            _ => _bound - answer[0],
        };
    }
}
