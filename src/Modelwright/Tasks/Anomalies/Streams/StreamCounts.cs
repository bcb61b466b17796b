using Modelwright.Core.Data;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>Counts how series were read: how long they are, where readings are missing, which have no time of their own.</summary>
internal static class StreamCounts
{
    /// <summary>More than so many usual intervals without a reading are a gap.</summary>
    private const double Gap = 3;

    /// <summary>The evidence.</summary>
    /// <param name="columns">The columns of time and series.</param>
    /// <param name="times">The column of the time.</param>
    /// <param name="scores">How the rows were read.</param>
    /// <param name="kept">Series whose end is kept.</param>
    public static EvidenceStreams Of(StreamColumns columns, TimeColumn times, StreamScores scores, int kept)
    {
        var ticks = new long[times.RowCount];
        times.Values.CopyTo(ticks);
        long[][] steps = [.. scores.Series.Select(series => Steps(series, ticks))];
        double[] intervals = [.. steps.Select(Median).Where(interval => interval > 0)];
        return new()
        {
            Time = columns.Time!,
            Series = columns.Series,
            Count = scores.Series.Count,
            Readings = scores.Scores.Count,
            Judged = scores.Signs.Count(sign => sign != 0),
            Shortest = scores.Series.Count == 0 ? 0 : scores.Series.Min(series => series.Rows.Count),
            Longest = scores.Series.Count == 0 ? 0 : scores.Series.Max(series => series.Rows.Count),
            TooShort = scores.Series.Count(series => series.Rows.Count <= StreamForm.FirstReadings),
            WarmUp = StreamForm.FirstReadings,
            Interval = intervals.Length == 0 ? null : Median(intervals) / TimeSpan.TicksPerSecond,
            Gaps = steps.Sum(some => Median(some) is var usual and > 0 ? some.Count(step => step > Gap * usual) : 0),
            Ties = steps.Sum(some => some.Count(step => step == 0)),
            WithoutTime = ticks.Count(time => time == TimeColumn.Missing),
            Kept = kept,
        };
    }

    private static long[] Steps(StreamSeries series, long[] ticks)
    {
        long[] known = [.. series.Rows.Select(row => ticks[row]).Where(time => time != TimeColumn.Missing)];
        return [.. known.Skip(1).Zip(known, (time, before) => time - before)];
    }

    private static double Median(long[] steps) => Median([.. steps.Where(step => step > 0).Select(step => (double)step)]);

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
