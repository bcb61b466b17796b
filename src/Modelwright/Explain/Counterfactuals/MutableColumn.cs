using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Explain.Counterfactuals;

/// <summary>One column of a row that may change: the values it may take, and how large a change each is.</summary>
internal sealed class MutableColumn
{
    /// <summary>The interquartile range of a normal distribution in standard deviations.</summary>
    private const double QuartilesOfNormal = 1.349;
    private const int MostLevels = 30;

    private readonly ColumnStatistics _statistics;
    private readonly double _unit;

    private MutableColumn(Column column, ColumnStatistics statistics, double[] values)
    {
        (Column, _statistics, Values) = (column, statistics, values);
        Own = column switch
        {
            NumberColumn numbers => numbers.Values.At(0),
            TimeColumn times when !times.IsMissing(0) => (double)times.Values.At(0) / TimeSpan.TicksPerDay,
            CategoryColumn { RowCount: > 0 } levels when !levels.IsMissing(0) => levels.Codes.At(0),
            _ => double.NaN,
        };
        _unit = IsLevels ? 1 : Unit(statistics);
    }

    /// <summary>The column of the row.</summary>
    internal Column Column { get; }

    /// <summary>What it may become: numbers, days, or codes of levels.</summary>
    internal double[] Values { get; }

    /// <summary>What it is; NaN for a missing value.</summary>
    internal double Own { get; }

    internal bool IsLevels => Column is CategoryColumn;

    /// <summary>Whether only whole numbers may stand there.</summary>
    internal bool IsWhole => _statistics.IsWhole || Column is TimeColumn;

    /// <summary>The column of a row, with the values that training rows had; null where none are known, or it is a text.</summary>
    internal static MutableColumn? Of(Column column, ColumnStatistics? statistics) => column switch
    {
        NumberColumn or TimeColumn when statistics is { Edges.Length: > 1 } => new(column, statistics, [.. statistics.Edges.Concat(Between(statistics)).Distinct().Order()]),
        CategoryColumn levels when statistics is { Frequent.Count: > 0 } => new(column, statistics, Codes(levels, statistics)),
        _ => null,
    };

    /// <summary>How large the change to a value is.</summary>
    internal double Size(double value) => value == Own ? 0 : double.IsNaN(Own) || IsLevels ? 1 : Math.Abs(value - Own) / _unit;

    /// <summary>A column with a value in each row.</summary>
    internal Column With(double[] values) => Column switch
    {
        CategoryColumn levels => new CategoryColumn(Column.Name, levels.Levels, Array.ConvertAll(values, value => double.IsNaN(value) ? CategoryColumn.Missing : (int)value)),
        TimeColumn times => new TimeColumn(Column.Name, Array.ConvertAll(values, value => value.Equals(Own) ? times.Values.At(0) : (long)(value * TimeSpan.TicksPerDay))),
        _ => new NumberColumn(Column.Name, values),
    };

    // Half way between borders, so that a bin that reaches the goal inside is not passed over.
    private static IEnumerable<double> Between(ColumnStatistics statistics)
    {
        var middles = statistics.Edges.Zip(statistics.Edges.Skip(1), (low, high) => low + ((high - low) / 2));
        return statistics.IsWhole || statistics.Type == ColumnType.Time ? middles.Select(middle => Math.Round(middle)) : middles;
    }

    private static double[] Codes(CategoryColumn levels, ColumnStatistics statistics)
    {
        var places = levels.Levels.Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal);
        return [.. statistics.Frequent.Take(MostLevels).Where(places.ContainsKey).Select(level => (double)places[level])];
    }

    private static double Unit(ColumnStatistics statistics)
    {
        var (low, high) = (Quantile(statistics, 0.25), Quantile(statistics, 0.75));
        var unit = high > low ? (high - low) / QuartilesOfNormal : (statistics.Edges[^1] - statistics.Edges[0]) / 4;
        return unit > 0 && double.IsFinite(unit) ? unit : 1;
    }

    private static double Quantile(ColumnStatistics statistics, double share)
    {
        for (var bin = 0; bin < statistics.Shares.Length; bin++)
        {
            if (share <= statistics.Shares[bin])
            {
                return statistics.Edges[bin] + ((statistics.Edges[bin + 1] - statistics.Edges[bin]) * (share / Math.Max(statistics.Shares[bin], double.Epsilon)));
            }

            share -= statistics.Shares[bin];
        }

        return statistics.Edges[^1];
    }
}
