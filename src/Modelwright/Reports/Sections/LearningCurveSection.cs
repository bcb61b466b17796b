using Modelwright.Measures;
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
        var (last, sign) = (curve.Points[^1].Score, BuiltInMetrics.Get(curve.Metric).Info.HigherIsBetter ? 1 : -1);
        var (one, other) = (last + (sign * curve.GainLower), last + (sign * curve.GainUpper));
        var expected = new ChartPoint(curve.DoubledRows, curve.DoubledScore) { Lower = Math.Min(one, other), Upper = Math.Max(one, other) };
        yield return new Prose(curve.Meaning.Replace(curve.Metric, title, StringComparison.Ordinal));
        yield return new LineChart
        {
            Title = "Learning curve",
            Reading = $"{title} of {curve.Learner} by the rows it learned from, each with its 95 % interval, always on the same unseen rows. The last point is what twice as many would give by the power law through the others.",
            X = new("training rows", 0, curve.DoubledRows * 1.03),
            Y = ChartAxis.Around(title, curve.Points.SelectMany(point => new[] { point.Score, point.Lower, point.Upper }).Append(expected.Y).Append(expected.Lower!.Value).Append(expected.Upper!.Value)).WithRoom(),
            Series =
            [
                new("measured", SeriesLook.DottedLine, [.. curve.Points.Select(point => new ChartPoint(point.Rows, point.Score) { Lower = point.Lower, Upper = point.Upper })]),
                new("expected", SeriesLook.Dots, [expected]),
            ],
        };
    }
}
