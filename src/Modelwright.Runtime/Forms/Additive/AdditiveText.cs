using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Reading;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Additive;

/// <summary>
/// Writes sums of shapes out: where they start, then a line a shape, the one that moves most first, then the tables of pairs. Values are
/// rounded to a tenth to a hundredth of the largest one of their term; bins side by side of the same value are told as one.
/// </summary>
internal static class AdditiveText
{
    /// <summary>The largest value is at least so many of the units that values are rounded to.</summary>
    private const double LeastUnits = 10;

    /// <summary>Shapes and pairs that say anything.</summary>
    internal static FormParts Parts(AdditiveTerms terms) =>
        new(terms.Shapes.Count(shape => Array.Exists(shape.Values, value => value != 0)) + terms.Pairs.Count(pair => Array.Exists(pair.Values, value => value != 0)), "terms");

    /// <summary>The lines of a sum that answers a number.</summary>
    internal static IEnumerable<string> Lines(AdditiveTerms terms) => Sum(terms, 0, "the answer starts");

    /// <summary>The lines of sums that answer classes.</summary>
    internal static IEnumerable<string> Lines(AdditiveTerms terms, IReadOnlyList<string> classes) => terms.Intercepts.Length == 1
        ? Sum(terms, 0, $"the log-odds of {classes[^1]} start")
        : classes.SelectMany((name, output) => Sum(terms, output, $"the score of {name} starts"));

    private static IEnumerable<string> Sum(AdditiveTerms terms, int output, string what)
    {
        var outputs = terms.Intercepts.Length;
        yield return $"{what} at {ReadableNumber.Of(terms.Intercepts[output])}";
        var shapes = terms.Shapes
            .Select((shape, input) => (Input: input, Values: Rounded(shape.Values, outputs, output)))
            .Where(shape => Array.Exists(shape.Values, value => value != 0))
            .OrderByDescending(shape => shape.Values.Max() - shape.Values.Min());
        foreach (var (input, values) in shapes)
        {
            yield return $"  {terms.Inputs[input].Name}: {Steps(terms, input, values)}";
        }

        foreach (var pair in terms.Pairs)
        {
            foreach (var line in Table(terms, pair, Rounded(pair.Values, outputs, output)))
            {
                yield return line;
            }
        }
    }

    /// <summary>A table: a line for each part of the first input in which the second one changes anything.</summary>
    private static IEnumerable<string> Table(AdditiveTerms terms, PairTerm pair, double[] values)
    {
        if (Array.TrueForAll(values, value => value == 0))
        {
            yield break;
        }

        yield return $"  {terms.Inputs[pair.First].Name} with {terms.Inputs[pair.Second].Name}:";
        foreach (var (place, part) in Runs(terms, pair.First, pair.FirstParts))
        {
            double[] line = Array.ConvertAll(pair.SecondParts, column => values[(part * pair.Columns) + column]);
            if (Array.Exists(line, value => value != 0))
            {
                yield return $"    {terms.Inputs[pair.First].Name} {place}, {terms.Inputs[pair.Second].Name}: {Steps(terms, pair.Second, line)}";
            }
        }
    }

    private static string Steps(AdditiveTerms terms, int input, double[] values) =>
        string.Join(", ", Runs(terms, input, values).Select(run => $"{ReadableNumber.Signed(run.Value)} {run.Place}"));

    /// <summary>Bins that share a value, in words: ranges of a number, levels of a category; what is missing last.</summary>
    private static IEnumerable<(string Place, T Value)> Runs<T>(AdditiveTerms terms, int input, T[] values)
        where T : struct, IEquatable<T> => terms.Inputs[input].Type == ColumnType.Category
        ? OfLevels(terms.Inputs[input].Levels, values)
        : OfNumbers(terms.Shapes[input].Edges, values);

    private static IEnumerable<(string Place, T Value)> OfLevels<T>(IReadOnlyList<string> levels, T[] values)
        where T : struct, IEquatable<T>
    {
        foreach (var alike in levels.Select((level, code) => (level, Value: values[code + 1])).GroupBy(entry => entry.Value))
        {
            yield return ($"for {ReadableText.Levels([.. alike.Select(entry => entry.level)])}", alike.Key);
        }

        yield return (levels.Count == 0 ? "for every level" : "for any other or none", values[0]);
    }

    private static IEnumerable<(string Place, T Value)> OfNumbers<T>(double[] edges, T[] values)
        where T : struct, IEquatable<T>
    {
        var last = 0;
        for (var bin = 1; bin <= edges.Length; bin++)
        {
            if (!values[bin].Equals(values[bin + 1]))
            {
                yield return ($"up to {ReadableNumber.Of(edges[bin - 1])}", values[bin]);
                last = bin;
            }
        }

        yield return (last == 0 ? "for every number" : $"above {ReadableNumber.Of(edges[last - 1])}", values[^1]);
        yield return ("where missing", values[0]);
    }

    /// <summary>The values of one output.</summary>
    private static double[] Rounded(double[] values, int outputs, int output)
    {
        double[] own = [.. Enumerable.Range(0, values.Length / outputs).Select(cell => values[(cell * outputs) + output])];
        var unit = Unit(own.Max(Math.Abs));
        return Array.ConvertAll(own, value => Math.Round(value / unit) * unit);
    }

    /// <summary>The power of ten that values are rounded to.</summary>
    private static double Unit(double largest)
    {
        // Held where a power of ten and its inverse are normal numbers.
        var unit = 1.0;
        for (; unit < 1e290 && unit * LeastUnits * 10 <= largest; unit *= 10)
        {
        }

        for (; unit > 1e-290 && unit * LeastUnits > largest; unit /= 10)
        {
        }

        return unit;
    }
}
