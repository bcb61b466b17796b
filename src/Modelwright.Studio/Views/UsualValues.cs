using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Reports;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Studio.Views;

/// <summary>What values of a column are usual, by the statistics that a package carries. Of people's rows it knows none.</summary>
internal static class UsualValues
{
    /// <summary>A range or the most frequent levels, in words; empty where nothing is known.</summary>
    internal static string Say(ColumnSpec column, ColumnStatistics? usual, int most)
    {
        if (column.Type is ColumnType.Number or ColumnType.Time)
        {
            return usual is { Edges: [var first, .., var last] } ? $"{Value(column, usual, first)} … {Value(column, usual, last)}" : "";
        }

        IReadOnlyList<string> levels = usual is { Frequent.Count: > 0 } ? usual.Frequent : column.Levels;
        var more = Math.Max(0, Math.Max(column.Levels.Count, levels.Count) - most);
        return string.Join(", ", levels.Take(most).Select(level => Texts.Clean(level, 40))) + (more > 0 ? $" and {Numbers.Count(more)} more" : "");
    }

    /// <summary>A value in the middle, or the most frequent one, to begin with; empty where nothing is known.</summary>
    internal static string Example(ColumnSpec column, ColumnStatistics? usual) => column.Type switch
    {
        ColumnType.Number or ColumnType.Time => usual is { Edges.Length: > 0 } ? Value(column, usual, usual.Edges[usual.Edges.Length / 2]) : "",
        ColumnType.Category => usual is { Frequent.Count: > 0 } ? usual.Frequent[0] : column.Levels.Count > 0 ? column.Levels[0] : "",
        _ => "",
    };

    private static string Value(ColumnSpec column, ColumnStatistics usual, double value)
    {
        if (column.Type == ColumnType.Number)
        {
            return usual.IsWhole ? Math.Round(value).ToString("0", CultureInfo.InvariantCulture) : value.ToString("G4", CultureInfo.InvariantCulture);
        }

        if (!(value >= DateTime.MinValue.Ticks && value <= DateTime.MaxValue.Ticks))
        {
            return "";
        }

        var time = new DateTime((long)value);
        return column.TimeFormats.Count > 0 ? time.ToString(column.TimeFormats[0], CultureInfo.InvariantCulture) : time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }
}
