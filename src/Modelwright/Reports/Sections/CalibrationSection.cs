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
                : $"Probabilities are calibrated ({calibration.Method}), by a map that was learned on rows the models had not seen.");
            yield return Picture(calibration, ground.Evidence.Positive);
        }

        foreach (var intervals in ground.Evidence.Intervals)
        {
            yield return new Prose(Promise(intervals, ground.Evidence.Target ?? "the target"));
        }
    }

    private static string Promise(EvidenceIntervals intervals, string target)
    {
        var held = $"they hold it in {Numbers.Percent(intervals.Coverage)} of {Numbers.Count(intervals.Rows)} rows ({ReportGround.RowsInWords(intervals.Data)}; 95 % interval {Numbers.Percent(intervals.Lower)} to {Numbers.Percent(intervals.Upper)})";
        return intervals.Kind == "set"
            ? $"Beside a class the model can answer a set of classes that is to hold the true one in {Numbers.Percent(intervals.Level)} of rows: {held}, with {Numbers.Short(intervals.MeanSize ?? double.NaN)} classes on average."
            : $"Beside a number the model can answer an interval that is to hold the true one in {Numbers.Percent(intervals.Level)} of rows: {held}, and are {Numbers.Short(intervals.MeanWidth ?? double.NaN)} wide on average, in the unit of {target}.";
    }

    private static LineChart Picture(EvidenceCalibration calibration, string? positive) => new()
    {
        Title = "Reliability",
        Reading = $"{(positive is null ? "Rows whose answered class has about the same probability" : $"Rows with about the same probability of '{positive}'")}, together: how often it came true, with a 95 % interval. On the dashed line probabilities are right. "
            + $"Expected calibration error (the mean distance from it) {Numbers.Fixed(calibration.Reliability.Expected, 3)}; without the part that chance alone would make {Numbers.Fixed(calibration.Reliability.Debiased, 3)} (95 % interval {Numbers.Fixed(calibration.Reliability.Lower, 3)} to {Numbers.Fixed(calibration.Reliability.Upper, 3)}).",
        X = ChartAxis.Share("probability as answered"),
        Y = ChartAxis.Share("share that came true"),
        Series =
        [
            new("as answered", SeriesLook.DottedLine, [.. calibration.Reliability.Bins.Select(Point)]),
            .. calibration.Before is { } before ? [new ChartSeries("before calibration", SeriesLook.DottedLine, [.. before.Bins.Select(bin => new ChartPoint(bin.Predicted, bin.Observed))])] : Array.Empty<ChartSeries>(),
            new("probability is right", SeriesLook.Reference, [new(0, 0), new(1, 1)]),
        ],
    };

    private static ChartPoint Point(EvidenceReliabilityBin bin) =>
        new(bin.Predicted, bin.Observed) { Lower = bin.Lower, Upper = bin.Upper, Name = $"{Numbers.Count(bin.Rows)} rows" };
}
