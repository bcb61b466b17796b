using Modelwright.Measures.Curves;
using Modelwright.Recording.Targetless;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Reports.Pages;
using Modelwright.Runtime.Forms.Anomalies.Labelled;
using Modelwright.Runtime.Forms.Anomalies.Verdict;
using Modelwright.Tasks.Anomalies;

namespace Modelwright.Reports.Sections.Targetless;

/// <summary>The strangest rows and why, how many there are, and what told them apart.</summary>
internal static class AnomalySection
{
    private const int Bins = 40;
    private const int MostLetters = 240;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Anomalies is not { } anomalies)
        {
            yield break;
        }

        yield return new Facts([.. Facts(anomalies, ground.Evidence.Rows.Shipped)]);
        yield return new Prose(anomalies.Reason);
        if (ground.Model?.Anomalies is { } details)
        {
            yield return Rows(details);
            if (Scores(anomalies, details) is { } scores)
            {
                yield return scores;
            }
        }

        if (anomalies.Detectors.Count > 0)
        {
            yield return Detectors(anomalies, ground.Form is AnomalyVerdictForm { Form: LabelledAnomalyForm });
        }
    }

    private static IEnumerable<Fact> Facts(EvidenceAnomalies anomalies, int rows)
    {
        yield return new("Anomalies", $"{Numbers.Count(anomalies.Found)} of {Numbers.Count(rows)} rows");
        yield return new("Share", Numbers.Percent(anomalies.Share) + (anomalies is { Lower: { } lower, Upper: { } upper } ? $" ({Numbers.Percent(lower)} to {Numbers.Percent(upper)})" : ""));
        yield return new("Score of an anomaly", anomalies.Threshold is { } threshold ? $"{Numbers.Fixed(threshold, 4)} or more" : "none is");
    }

    private static Grid Rows(AnomalyDetails details) => Grid.Of("The strangest rows", ">row|>score|anomaly|because", details.Strangest.Select(row => (IReadOnlyList<string>)
    [
        Numbers.Count(row.Row + 1L),
        Numbers.Fixed(row.Score, 4),
        row.IsAnomaly ? "yes" : "no",
        Shown.Shortened(row.Because, MostLetters),
    ])) with { Note = "Rows are counted from 1, the heading not among them. The columns that made a row strange come first; in brackets what nine rows of ten have there." };

    private static LineChart? Scores(EvidenceAnomalies anomalies, AnomalyDetails details) => Histogram.Of(details.Scores, Bins) is not { } scores ? null : new()
    {
        Title = "Scores",
        Reading = "How many rows have which score; at the dashed line anomalies begin.",
        X = new("score", scores.Start, scores.Start + (scores.Width * scores.Counts.Count)),
        Y = new("rows", 0, Math.Max(1, scores.Counts.Max())),
        Series =
        [
            new("rows", SeriesLook.Area, [.. scores.Counts.Append(0).Select((count, bin) => new ChartPoint(scores.Start + (scores.Width * bin), count))]),
            .. anomalies.Threshold is { } threshold ? [new ChartSeries("anomalies begin", SeriesLook.Reference, [new(threshold, 0), new(threshold, Math.Max(1, scores.Counts.Max()))])] : Array.Empty<ChartSeries>(),
        ],
    };

    private static Grid Detectors(EvidenceAnomalies anomalies, bool areLabelled) => Grid.Of("The detectors", "detector|setting|>weight|>agreement", anomalies.Detectors.Select(detector => (IReadOnlyList<string>)
    [
        detector.Title,
        detector.Setting,
        detector.Weight > 0 ? Numbers.Percent(detector.Weight) : "",
        Numbers.Fixed(detector.Agreement, 2),
    ])) with { Note = $"{(areLabelled ? "What learned from labels reads them beside the columns; by their weights they say why a row is strange" : "The score is their weighted mean, each brought to the scale of its own scores")}. Agreement is the correlation with the mean of the others: a detector that contradicts them has no weight." };
}
