using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Bayes;

/// <summary>Writes tables out: where the scores start, then a line an input (two classes) or a line a cell (more).</summary>
internal static class BayesText
{
    /// <summary>The tables.</summary>
    internal static FormParts Parts(BayesTables tables) => new(tables.Inputs.Count, "tables");

    /// <summary>The lines.</summary>
    internal static IEnumerable<string> Lines(BayesTables tables, IReadOnlyList<string> classes) => classes.Count == 2 ? OfTwo(tables, classes[1]) : OfMore(tables, classes);

    private static IEnumerable<string> OfTwo(BayesTables tables, string second)
    {
        yield return $"the log-odds of {second} start at {ReadableNumber.Of(tables.Start[1] - tables.Start[0])}";
        for (var input = 0; input < tables.Inputs.Count; input++)
        {
            var logs = tables.Tables[input].Logs;
            yield return $"  {tables.Inputs[input].Name}: {string.Join(", ", Cells(tables, input).Select((cell, place) => $"{ReadableNumber.Signed(logs[(2 * place) + 1] - logs[2 * place])} {cell}"))}";
        }
    }

    private static IEnumerable<string> OfMore(BayesTables tables, IReadOnlyList<string> classes)
    {
        yield return $"the scores start at {Each(tables.Start, classes, ReadableNumber.Of)}";
        for (var input = 0; input < tables.Inputs.Count; input++)
        {
            foreach (var (cell, logs) in Cells(tables, input).Zip(tables.Tables[input].Logs.Chunk(classes.Count)))
            {
                yield return $"  {tables.Inputs[input].Name} {cell}: {Each(logs, classes, ReadableNumber.Signed)}";
            }
        }
    }

    private static string Each(double[] values, IReadOnlyList<string> classes, Func<double, string> text) =>
        string.Join(", ", values.Select((value, label) => $"{text(value)} for {classes[label]}"));

    private static IEnumerable<string> Cells(BayesTables tables, int input)
    {
        var edges = tables.Tables[input].Edges;
        return tables.Inputs[input].Type == ColumnType.Category ? tables.Inputs[input].Levels.Select(level => $"for {level}")
            : edges.Length == 0 ? ["for every number"]
            : [.. edges.Select(edge => $"up to {ReadableNumber.Of(edge)}"), $"above {ReadableNumber.Of(edges[^1])}"];
    }
}
