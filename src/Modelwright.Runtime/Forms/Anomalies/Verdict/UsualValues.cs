using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Runtime.Forms.Anomalies.Verdict;

/// <summary>What is usual in a column: coarse on purpose, so that no value of a few rows can be read from it. Immutable by agreement.</summary>
/// <param name="Column">The column.</param>
/// <param name="Type">Its type.</param>
public sealed record UsualValues(string Column, ColumnType Type)
{
    /// <summary>Share of the values outside what is usual, on each side.</summary>
    private const double Outside = 0.05;
    private const int MostLevels = 5;

    /// <summary>For numbers and times (in days since 0001-01-01): nine values of ten are from here; NaN where nothing is known.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>To here.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>For categories and texts: the most frequent levels or words; may be none.</summary>
    public IReadOnlyList<string> Frequent { get; init; } = [];

    /// <summary>What is usual in a column of training rows.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The usual values.</returns>
    public static UsualValues Of(Column column) => Of(ColumnSurvey.Of(column));

    /// <summary>What is usual where rows were spread like this.</summary>
    /// <param name="statistics">Statistics of training rows.</param>
    /// <returns>The usual values.</returns>
    public static UsualValues Of(ColumnStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var usual = new UsualValues(statistics.Name, statistics.Type) { Frequent = [.. statistics.Frequent.Take(MostLevels)] };
        return statistics.Shares.Length == 0 ? usual : usual with { Low = Quantile(statistics, Outside), High = Quantile(statistics, 1 - Outside) };
    }

    private static double Quantile(ColumnStatistics statistics, double share)
    {
        var below = 0.0;
        for (var bin = 0; bin < statistics.Shares.Length; bin++)
        {
            var own = statistics.Shares[bin];
            if (below + own >= share)
            {
                var (from, to) = (statistics.Edges[bin], statistics.Edges[bin + 1]);
                var value = own > 0 ? from + ((to - from) * (share - below) / own) : from;
                return statistics.IsWhole ? Math.Round(value) : value;
            }

            below += own;
        }

        return statistics.Edges[^1];
    }
}
