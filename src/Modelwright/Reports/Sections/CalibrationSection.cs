using Modelwright.Recording.Answering;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Whether probabilities come true as often as they say, and whether intervals and sets hold what they promise.</summary>
internal static class CalibrationSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Calibration is { } calibration)
        {
            yield return new Prose(calibration.Method == "none"
                ? "Probabilities are answered as the model gives them: no calibration made them better by more than noise."
                : $"Probabilities are calibrated ({calibration.Method}), by a map that was learned on out-of-fold answers.");
            yield return Picture(calibration);
        }

        if (ground.Evidence.Intervals.Count > 0)
        {
            yield return Grid.Of("Do intervals and sets hold the truth as often as they say?", "of|promised|>held|>95 % interval|>rows|on|>mean width|>mean classes", ground.Evidence.Intervals.Select(intervals => (IReadOnlyList<string>)
            [
                intervals.Kind == "set" ? "sets of classes" : "intervals",
                Numbers.Percent(intervals.Level),
                Numbers.Percent(intervals.Coverage),
                $"{Numbers.Percent(intervals.Lower)} … {Numbers.Percent(intervals.Upper)}",
                Numbers.Count(intervals.Rows),
                ReportGround.RowsInWords(intervals.Data),
                intervals.MeanWidth is { } width ? Numbers.Short(width) : "",
                intervals.MeanSize is { } size ? Numbers.Short(size) : "",
            ]));
        }
    }

    private static LineChart Picture(EvidenceCalibration calibration) => new()
    {
        Title = "Reliability",
        Reading = $"Rows of like probability together: how often it came true, with a 95 % interval. On the dashed line probabilities are right. Mean distance {Numbers.Short(calibration.Reliability.Expected)}; with what chance adds taken off {Numbers.Short(calibration.Reliability.Debiased)}.",
        X = ChartAxis.Share("probability as answered"),
        Y = ChartAxis.Share("share that came true"),
        Series =
        [
            new("as answered", SeriesLook.DottedLine, [.. calibration.Reliability.Bins.Select(Point)]),
            .. calibration.Before is { } before ? [new ChartSeries("before calibration", SeriesLook.DottedLine, [.. before.Bins.Select(bin => new ChartPoint(bin.Predicted, bin.Observed))])] : Array.Empty<ChartSeries>(),
            new("right on average", SeriesLook.Reference, [new(0, 0), new(1, 1)]),
        ],
    };

    private static ChartPoint Point(EvidenceReliabilityBin bin) =>
        new(bin.Predicted, bin.Observed) { Lower = bin.Lower, Upper = bin.Upper, Name = $"{Numbers.Count(bin.Rows)} rows" };
}
