using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>Scores a whole table of series: each series from its start, its rows in order of time.</summary>
public static class StreamScoring
{
    /// <summary>Scores every row by the rows of its series that come before it.</summary>
    /// <param name="form">A form that scores streams (<see cref="IScoresStreams"/>).</param>
    /// <param name="table">The form's inputs, and the columns named. May be empty.</param>
    /// <param name="columns">Which columns say when and of what a row is.</param>
    /// <param name="threads">Series that are scored at once, 1 or more; the answer does not depend on it.</param>
    /// <param name="cancellation">Looked at once every few thousand rows.</param>
    /// <returns>One score a row, in the order of the table.</returns>
    /// <exception cref="ArtifactException">The form does something else.</exception>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    /// <remarks>Rows of one time keep their order. A row without a time stands behind the row of its series that comes before it in the table.</remarks>
    public static StreamScores Score(IForm form, Table table, StreamColumns columns, int threads, CancellationToken cancellation) =>
        Run(form, table, columns, [], threads, cancellation).Scores();

    /// <summary>Where the longest series end, to go on from there.</summary>
    /// <param name="form">A form that scores streams.</param>
    /// <param name="table">As for <see cref="Score"/>.</param>
    /// <param name="columns">As for <see cref="Score"/>.</param>
    /// <param name="most">So many series at most, those of the most rows first, of equals the first in the table.</param>
    /// <param name="cancellation">Looked at once every few thousand rows.</param>
    /// <returns>In the order of their first rows.</returns>
    /// <exception cref="ArtifactException">The form does something else.</exception>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    public static IReadOnlyList<KnownSeries> Ends(IForm form, Table table, StreamColumns columns, int most, CancellationToken cancellation)
    {
        var run = StreamRun.Of(form, table, columns, []);
        int[] longest = [.. Enumerable.Range(0, run.Series.Count).OrderByDescending(place => run.Series[place].Rows.Count).Take(most).Order()];
        return [.. longest.Select(place => run.End(place, cancellation))];
    }

    /// <summary>As the public one, going on with what is known of series.</summary>
    internal static StreamRun Run(IForm form, Table table, StreamColumns columns, IReadOnlyList<KnownSeries> known, int threads, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var run = StreamRun.Of(form, table, columns, known);
        ThreadedParts.Do(run.Series.Count, threads, place => run.Score(place, cancellation), cancellation);
        return run;
    }
}
