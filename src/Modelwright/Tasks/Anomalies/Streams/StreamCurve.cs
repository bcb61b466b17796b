using Modelwright.Core.Data;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>The scores of one series over time, thinned: of neighbouring readings the strangest. For the report alone.</summary>
/// <param name="Series">The name of the series; empty where there is one.</param>
/// <param name="Days">Days since 0001-01-01, a point each, not falling.</param>
/// <param name="Scores">The score, a point each.</param>
/// <param name="Anomalies">Points that are anomalies.</param>
internal sealed record StreamCurve(string Series, IReadOnlyList<double> Days, IReadOnlyList<double> Scores, IReadOnlyList<int> Anomalies)
{
    private const int MostCurves = 3;
    private const int MostPoints = 300;

    /// <summary>The curves of the series with the strangest readings that have a time.</summary>
    public static IReadOnlyList<StreamCurve> Strangest(StreamScores scores, TimeColumn times, double threshold)
    {
        var ticks = new long[times.RowCount];
        times.Values.CopyTo(ticks);
        return [.. scores.Series
            .Select(series => series with { Rows = [.. series.Rows.Where(row => ticks[row] != TimeColumn.Missing)] })
            .Where(series => series.Rows.Count > 1)
            .OrderByDescending(series => series.Rows.Max(row => scores.Scores[row])).ThenBy(series => series.Rows[0])
            .Take(MostCurves)
            .Select(series => Of(series, scores.Scores, ticks, threshold))];
    }

    private static StreamCurve Of(StreamSeries series, IReadOnlyList<double> scores, long[] ticks, double threshold)
    {
        var size = (series.Rows.Count + MostPoints - 1) / MostPoints;
        int[] points = [.. series.Rows.Chunk(size).Select(rows => rows.MaxBy(row => scores[row]))];
        return new(
            series.Name ?? "",
            [.. points.Select(row => ticks[row] / (double)TimeSpan.TicksPerDay)],
            [.. points.Select(row => scores[row])],
            [.. Enumerable.Range(0, points.Length).Where(place => scores[points[place]] >= threshold)]);
    }
}
