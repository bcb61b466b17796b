using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Linear;

/// <summary>Writes weighted sums out: where they start, then a line a term, the largest coefficient first.</summary>
internal static class LinearText
{
    /// <summary>Coefficients that are not 0.</summary>
    internal static FormParts Parts(LinearScores scores) => new(scores.Coefficients.Count(coefficient => coefficient != 0), "terms");

    /// <summary>The lines of a sum that answers a number.</summary>
    internal static IEnumerable<string> Lines(LinearScores scores) => Sum(scores, 0, "the answer");

    /// <summary>The lines of sums that answer classes.</summary>
    internal static IEnumerable<string> Lines(LinearScores scores, IReadOnlyList<string> classes) => scores.Intercepts.Length == 1
        ? Sum(scores, 0, $"the log-odds of {classes[^1]}")
        : classes.SelectMany((name, output) => Sum(scores, output, $"the score of {name}"));

    private static IEnumerable<string> Sum(LinearScores scores, int output, string what)
    {
        yield return $"{what} is {ReadableNumber.Of(scores.Intercepts[output])}";
        var coefficients = scores.Coefficients.AsSpan(output * scores.Inputs.Count, scores.Inputs.Count).ToArray();
        foreach (var (coefficient, input) in coefficients.Zip(scores.Inputs).Where(term => term.First != 0).OrderByDescending(term => Math.Abs(term.First)))
        {
            yield return $"  {ReadableNumber.Signed(coefficient)} x {input.Name}";
        }
    }
}
