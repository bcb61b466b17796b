using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Explain;

/// <summary>Values of columns as a person reads them, and what is usual in the rows a package was trained on.</summary>
internal sealed class ColumnWords(Package package)
{
    private const int MostLetters = 60;

    /// <summary>A value; null where there is none.</summary>
    internal string? Value(Column column, int row)
    {
        if (column.IsMissing(row))
        {
            return null;
        }

        return column switch
        {
            NumberColumn numbers => Number(numbers.Values.At(row)) + Unit(column.Name),
            TimeColumn times => Time(times.Values.At(row)),
            _ => Shorten(column.Format(row)!),
        };
    }

    /// <summary>The middle value or the most frequent level; null where it is not known.</summary>
    internal string? Usual(string column)
    {
        var statistics = package.Baseline.Columns.FirstOrDefault(one => one.Name == column);
        return statistics?.Type switch
        {
            ColumnType.Number when statistics.Edges.Length > 1 => Number(Middle(statistics)) + Unit(column),
            ColumnType.Time when statistics.Edges.Length > 1 => Time((long)Middle(statistics) * TimeSpan.TicksPerDay),
            ColumnType.Category when statistics.Frequent.Count > 0 => Shorten(statistics.Frequent[0]),
            _ => null,
        };
    }

    /// <summary>The median, as the bins tell it: in its bin by the share that is still to come.</summary>
    internal static double Middle(ColumnStatistics statistics)
    {
        var left = 0.5;
        for (var bin = 0; bin < statistics.Shares.Length; bin++)
        {
            var share = statistics.Shares[bin];
            if (left <= share && share > 0)
            {
                var (low, high) = (statistics.Edges[bin], statistics.Edges[bin + 1]);
                var middle = low + ((high - low) * (left / share));
                return statistics.IsWhole ? Math.Round(middle) : middle;
            }

            left -= share;
        }

        return statistics.Edges[^1];
    }

    /// <summary>A number with four digits, or with commas.</summary>
    internal static string Number(double value) =>
        value.ToString(Math.Abs(value) is >= 1000 and < 1e15 ? "#,0" : "G4", CultureInfo.InvariantCulture);

    private static string Time(long ticks)
    {
        var time = new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private string Unit(string column) => package.Model.Schema.TryGet(column, out var spec) && spec.Unit is { } unit ? $" {unit}" : "";

    private static string Shorten(string text) => text.Length <= MostLetters ? text : text[..(MostLetters - 1)] + "…";
}
