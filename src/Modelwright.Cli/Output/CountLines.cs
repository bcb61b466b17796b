using Modelwright.Runtime.Prediction;

namespace Modelwright.Cli.Output;

/// <summary>Says in words which cells had no ordinary value.</summary>
internal static class CountLines
{
    /// <summary>One line a column in which a level was new or a cell could not be read; missing values are no news.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<ColumnCounts> counts) =>
        counts.Where(column => column.Unseen + column.Unreadable > 0).Select(Line);

    private static string Cells(long count) => count == 1 ? "1 cell" : $"{Numbers.Count(count)} cells";

    private static string Line(ColumnCounts column)
    {
        string[] parts =
        [
            .. column.Unseen > 0 ? [$"{Cells(column.Unseen)} with a level not seen in training"] : Array.Empty<string>(),
            .. column.Unreadable > 0 ? [$"{Cells(column.Unreadable)} that cannot be read"] : Array.Empty<string>(),
        ];
        var example = column.Examples.Count > 0 ? $", first '{column.Examples[0].Text}' in row {Numbers.Count(column.Examples[0].Row + 1L)}" : "";
        return $"Column '{column.Column}': {string.Join(" and ", parts)}{example}; answered without a known value.";
    }
}
