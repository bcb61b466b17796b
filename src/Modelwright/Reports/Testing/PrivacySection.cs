using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Stress;
using Modelwright.Stress.Privacy;

namespace Modelwright.Reports.Testing;

/// <summary>What the model gives away of its training rows and of itself.</summary>
internal static class PrivacySection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        if (test.Privacy is not { } privacy)
        {
            yield break;
        }

        yield return new Notices(
        [
            .. privacy.Membership is { } membership ? [new Notice(membership.IsFlagged ? "warning" : "note", $"Membership inference: {membership.Text}")] : Array.Empty<Notice>(),
            new Notice(privacy.Recovery.HoldsRows ? "warning" : "note", $"Data reconstruction: {privacy.Recovery.Text}"),
            .. privacy.Extraction is { } extraction ? [new Notice("note", $"Model extraction: {extraction.Text}")] : Array.Empty<Notice>(),
        ]);
        if (privacy.Extraction is { Points.Count: > 1 } copies)
        {
            yield return Copies(copies);
        }
    }

    private static LineChart Copies(ExtractionScore copies) => new()
    {
        Title = "What a copy takes",
        Reading = "How far a copy that was made from answers of the model agrees with it on other rows, by the number of answers. One opponent makes rows up column by column, the other has real ones.",
        X = new ChartAxis("answers of the model", copies.Points.Min(point => point.Queries), copies.Points.Max(point => point.Queries)) { Scale = AxisScale.Logarithmic }.WithRoom(),
        Y = ChartAxis.Share("agreement"),
        Series =
        [
            .. copies.Points.GroupBy(point => point.Opponent).Select(opponent => new ChartSeries(opponent.Key.Replace('_', ' '), SeriesLook.DottedLine, [.. opponent.OrderBy(point => point.Queries).Select(point => new ChartPoint(point.Queries, point.Agreement))])),
            new("a copy", SeriesLook.Reference, [new(copies.Points.Min(point => point.Queries), copies.Needed), new(copies.Points.Max(point => point.Queries), copies.Needed)]),
        ],
    };
}
