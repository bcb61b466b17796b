using Modelwright.Recording.Targetless;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Reports.Pages;
using Modelwright.Tasks.Anomalies.Streams;

namespace Modelwright.Reports.Sections.Targetless;

/// <summary>How series were read in time, their scores over time, and their strangest moments.</summary>
internal static class StreamSection
{
    private const int MostLetters = 240;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Anomalies is not { Streams: { } streams } anomalies)
        {
            yield break;
        }

        yield return new Facts([.. Facts(streams)]);
        yield return new Prose(streams.Kept > 0
            ? "Each reading was judged by those of its series before it, and by none after it. The package knows where each kept series ended: newer readings go on from there, and readings of the time of training are read from a new start, as here."
            : $"Each reading was judged by those of its series before it, and by none after it. The package begins every series anew: its first {streams.WarmUp} readings are not judged, and what is usual is learned as it goes. Trained with --store-rows it goes on where training ended.");
        if (ground.Model?.Streams is not { } details)
        {
            yield break;
        }

        foreach (var curve in details.Curves)
        {
            yield return Chart(curve, anomalies.Threshold ?? double.PositiveInfinity);
        }

        yield return Moments(details, streams);
    }

    private static IEnumerable<Fact> Facts(EvidenceStreams streams)
    {
        yield return new("Series", streams.Series is { } name ? $"{Numbers.Count(streams.Count)}, told apart by '{name}'" : "1");
        yield return new("Readings", $"{Numbers.Count(streams.Readings)}, of which {Numbers.Count(streams.Judged)} were judged");
        if (streams.Series is not null)
        {
            yield return new("Readings of a series", $"{Numbers.Count(streams.Shortest)} to {Numbers.Count(streams.Longest)}");
        }

        if (streams.Interval is { } interval)
        {
            yield return new("Usual interval", Numbers.Seconds(interval));
        }

        yield return new("Gaps", $"{Numbers.Count(streams.Gaps)} of more than three usual intervals");
        (int Count, string Title)[] rare = [(streams.TooShort, "Series too short to judge"), (streams.Ties, "Readings of equal time"), (streams.WithoutTime, "Readings without a time"), (streams.Kept, "Series that go on in the package")];
        foreach (var (count, title) in rare.Where(rare => rare.Count > 0))
        {
            yield return new(title, Numbers.Count(count));
        }
    }

    private static LineChart Chart(StreamCurve curve, double threshold)
    {
        var highest = Math.Max(curve.Scores.Max(), double.IsFinite(threshold) ? threshold : 0);
        var days = ChartAxis.Around("time", curve.Days) with { Scale = AxisScale.Time };
        return new()
        {
            Title = curve.Series.Length == 0 ? "Score over time" : $"Score over time, {Shown.Shortened(curve.Series, 60)}",
            Reading = "How strange each moment was beside those before it, the strangest reading of each stretch; dots are anomalies, and from the dashed line on a reading is one.",
            X = days,
            Y = new("score", 0, Math.Max(1, highest * 1.05)),
            Series =
            [
                new("score", SeriesLook.Line, [.. curve.Days.Zip(curve.Scores, (day, score) => new ChartPoint(day, score))]),
                .. curve.Anomalies.Count > 0 ? [new ChartSeries("called anomalies", SeriesLook.Dots, [.. curve.Anomalies.Select(place => new ChartPoint(curve.Days[place], curve.Scores[place]))])] : Array.Empty<ChartSeries>(),
                .. double.IsFinite(threshold) ? [new ChartSeries("anomalies begin", SeriesLook.Reference, [new(days.Minimum, threshold), new(days.Maximum, threshold)])] : Array.Empty<ChartSeries>(),
            ],
        };
    }

    private static Grid Moments(StreamDetails details, EvidenceStreams streams) => Grid.Of("The strangest moments", $">row|{streams.Time.Replace('|', '/')}{(streams.Series is { } name ? $"|{name.Replace('|', '/')}" : "")}|>score|anomaly|because", details.Strangest.Select(moment => (IReadOnlyList<string>)
    [
        Numbers.Count(moment.Row + 1L),
        moment.Time,
        .. streams.Series is null ? Array.Empty<string>() : [Shown.Shortened(moment.Series, 60)],
        Numbers.Fixed(moment.Score, 2),
        moment.IsAnomaly ? "yes" : "no",
        Shown.Shortened(moment.Because, MostLetters),
    ])) with { Note = "Rows are counted from 1, the heading not among them. A score of 3 is about one reading in a thousand, 4 one in ten thousand. An anomaly that goes on is told in full once, at its beginning." };
}
