using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;

/// <summary>Says how the rows of a table were read, so that nothing is left out in silence.</summary>
internal static class StreamNotes
{
    /// <summary>The notes, each a sentence.</summary>
    /// <param name="run">What was read.</param>
    /// <param name="keepsEnds">Whether the model keeps where training left series.</param>
    internal static IReadOnlyList<string> Of(StreamRun run, bool keepsEnds)
    {
        var counts = new Counts();
        for (var place = 0; place < run.Series.Count; place++)
        {
            counts.Add(run, place);
        }

        return [.. All(counts, run, keepsEnds)];
    }

    private static IEnumerable<string> All(Counts counts, StreamRun run, bool keepsEnds)
    {
        if (counts.GoingOn > 0)
        {
            yield return $"{Many(counts.GoingOn, "series goes on where training ended", "series go on where training ended")}.";
        }

        if (counts.Before > 0)
        {
            yield return $"{Many(counts.Before, "row of them is not later than the end of training: it is", "rows of them are not later than the end of training: they are")} read from a new start, and the rows after them go on as if they were not there.";
        }

        if (run.Series.Count > counts.GoingOn)
        {
            var anew = run.Series.Count - counts.GoingOn;
            yield return $"{Many(anew, "series begins anew", "series begin anew")}: the first {StreamForm.FirstReadings} readings {(anew == 1 ? "are" : "of each are")} not judged.{(keepsEnds ? "" : " A model trained with --store-rows goes on where training ended.")}";
        }

        if (counts.WithoutTime > 0)
        {
            yield return $"{Many(counts.WithoutTime, "row has no time: it stands", "rows have no time: each stands")} behind the row of its series before it in the file.";
        }

        if (counts.Ties > 0)
        {
            yield return $"{Many(counts.Ties, "row has the time of another row of its series: they are", "rows have the time of another row of their series: they are")} read in the order of the file.";
        }
    }

    private static string Many(int count, string one, string more) => $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? one : more)}";

    private sealed class Counts
    {
        public int GoingOn { get; private set; }

        public int Before { get; private set; }

        public int WithoutTime { get; private set; }

        public int Ties { get; private set; }

        public void Add(StreamRun run, int place)
        {
            var (rows, until) = (run.Series[place].Rows, run.RowsUntilKnown(place));
            GoingOn += until < rows.Count ? 1 : 0;
            Before += until < rows.Count ? until : 0;
            var last = TimeColumn.Missing;
            foreach (var row in rows)
            {
                var time = run.Times![row];
                WithoutTime += time == TimeColumn.Missing ? 1 : 0;
                Ties += time != TimeColumn.Missing && time == last ? 1 : 0;
                last = time == TimeColumn.Missing ? last : time;
            }
        }
    }
}
