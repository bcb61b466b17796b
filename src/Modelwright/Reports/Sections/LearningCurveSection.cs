using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Whether more rows would help.</summary>
internal static class LearningCurveSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.LearningCurve is not { Points.Count: > 1 } curve)
        {
            yield break;
        }

        var title = ReportGround.TitleOf(curve.Metric);
        yield return new Prose(curve.Meaning);
        yield return new LineChart
        {
            Title = "Learning curve",
            Reading = $"{title} of {curve.Learner} by the rows it learned from, each with its 95 % interval, always on the same unseen rows; the last point is what the law expects of twice as many.",
            X = new("training rows", 0, curve.DoubledRows),
            Y = ChartAxis.Around(title, curve.Points.SelectMany(point => new[] { point.Score, point.Lower, point.Upper }).Append(curve.DoubledScore)),
            Series =
            [
                new("measured", SeriesLook.DottedLine, [.. curve.Points.Select(point => new ChartPoint(point.Rows, point.Score) { Lower = point.Lower, Upper = point.Upper })]),
                new("expected", SeriesLook.Dots, [new(curve.DoubledRows, curve.DoubledScore)]),
            ],
        };
    }
}
