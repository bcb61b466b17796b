using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Forms.Anomalies.Streaming;
using Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;

namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>Puts a detector of streams together with the score from which on a reading is an anomaly and, where rows may be held, with where training left each series.</summary>
internal sealed class StreamAssembly(TaskGround ground, FittedMember member)
{
    private const int MostShown = 25;
    private const double Deviations = 1.96;
    private readonly StreamColumns _columns = StreamReadings.Columns(ground.Schema);
    private readonly StreamReadings _readings = StreamReadings.Of(ground, member);

    /// <summary>Makes the model.</summary>
    public TaskModel Run()
    {
        var scores = _readings.Scores;
        double[] judged = [.. scores.Scores.Where((_, row) => scores.Signs[row] != 0)];
        var threshold = StreamThreshold.Of(judged, scores.Scores.Count, ground.Options.Contamination);
        var known = Known();
        var series = _columns.Series is { } name ? new FormInput(name, _readings.Rows[name].Type, []) : null;
        var form = new StreamVerdictForm(member.Inner, _columns.Time!, series, threshold.Value, known);
        var times = (TimeColumn)_readings.Rows[_columns.Time!];
        var counts = StreamCounts.Of(_columns, times, scores, known.Count);
        return new(form, Lead(threshold, counts))
        {
            EvidenceOfAnomalies = Evidence(threshold, counts),
            Streams = new(Strangest(form, scores, times), StreamCurve.Strangest(scores, times, threshold.Value)),
            Warnings = [.. Warnings(counts)],
        };
    }

    // Readings can be told from where a series was left.
    private IReadOnlyList<KnownSeries> Known()
    {
        if (!ground.Options.StoreRows)
        {
            return [];
        }

        var bytes = Math.Max(1, StreamBytes.Write(((Core.Learning.Streams.IScoresStreams)member.Inner).Start()).LongLength);
        var most = (int)Math.Min(StreamVerdictForm.MostKnown, StreamVerdictForm.MostKnownBytes / bytes);
        return StreamScoring.Ends(member.Inner, _readings.Rows, _columns, most, ground.Stop);
    }

    private EvidenceAnomalies Evidence(StreamThreshold threshold, EvidenceStreams counts)
    {
        var (told, share) = (ground.Options.Contamination, threshold.Found / (double)Math.Max(1, counts.Readings));
        var (lower, upper) = Wilson(threshold.Found, Math.Max(1, counts.Readings));
        return new()
        {
            Threshold = threshold.Value,
            Found = threshold.Found,
            Share = told ?? share,
            Lower = told is null ? lower : null,
            Upper = told is null ? upper : null,
            Reason = threshold.Reason,
            Streams = counts,
            Detectors = [],
        };
    }

    // Wilson 1927: keeps within 0 and 1 and tells something where nothing was found.
    private static (double Lower, double Upper) Wilson(int found, int readings)
    {
        var (share, square) = (found / (double)readings, Deviations * Deviations / readings);
        var middle = (share + (square / 2)) / (1 + square);
        var half = Deviations / (1 + square) * Math.Sqrt((share * (1 - share) / readings) + (square / 4 / readings));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    private static string Lead(StreamThreshold threshold, EvidenceStreams counts)
    {
        var where = FormattableString.Invariant($"{counts.Readings:#,0} readings of {counts.Count:#,0} series");
        return threshold.Found > 0
            ? FormattableString.Invariant($"{threshold.Found:#,0} of {where} {(threshold.Found == 1 ? "is an anomaly" : "are anomalies")}: score {threshold.Value:0.##} or more.")
            : FormattableString.Invariant($"None of {where} stands out from those before it; a new reading is an anomaly at score {threshold.Value:0.##} or more.");
    }

    private IReadOnlyList<StreamMoment> Strangest(StreamVerdictForm form, StreamScores scores, TimeColumn times)
    {
        int[] shown = [.. Enumerable.Range(0, scores.Scores.Count).Where(row => scores.Signs[row] != 0).OrderByDescending(row => scores.Scores[row]).Take(MostShown)];
        var series = _columns.Series is { } name ? _readings.Rows[name] : null;
        return [.. shown.Select(row => new StreamMoment(
            _readings.First + row,
            times.Format(row) ?? "",
            series?.Format(row) ?? "",
            scores.Scores[row],
            scores.Scores[row] >= form.Threshold,
            form.Say(new(scores.Scores[row], scores.Inputs[row], scores.Usual[row]) { Sign = scores.Signs[row] }, _readings.Rows, row)))];
    }

    private IEnumerable<string> Warnings(EvidenceStreams counts)
    {
        var watched = member.Inner.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        string[] left = [.. ground.Schema.Features.Where(column => !watched.Contains(column.Name)).Select(column => $"'{column.Name}'")];
        if (left.Length > 0)
        {
            yield return $"{(left.Length == 1 ? "Column" : "Columns")} {string.Join(", ", left.Take(10))}{(left.Length > 10 ? $" and {left.Length - 10} more" : "")} {(left.Length == 1 ? "is" : "are")} not watched: only numbers that vary are. Turn what should be watched into numbers.";
        }

        if (_readings.SampleRows > 0)
        {
            yield return FormattableString.Invariant($"There was time to judge the last {_readings.Rows.RowCount:#,0} of {ground.Rows.RowCount:#,0} rows. Give the run more time with --budget to judge all.");
        }

        if (counts.TooShort > 0)
        {
            yield return $"{counts.TooShort} of {counts.Count} series have {counts.WarmUp} readings or fewer, so none of theirs is judged. {(ground.Schema.WithRole(ColumnRole.Group).Any() ? "Look at whether --series names the right column, or bring more readings." : "Bring more readings.")}";
        }

        if (counts.Kept > 0 && counts.Kept < counts.Count)
        {
            yield return $"The package goes on where training ended with the {counts.Kept} longest of {counts.Count} series; the others begin anew, as there is no room for all.";
        }
    }
}
