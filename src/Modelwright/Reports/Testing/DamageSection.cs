using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Stress;
using Modelwright.Stress.Curves;
using Modelwright.Stress.Perturbations;

namespace Modelwright.Reports.Testing;

/// <summary>What is lost where data go wrong: the worst column of each perturbation, and the curves of those that hurt most.</summary>
internal static class DamageSection
{
    private const int MostCurves = 8;
    private const int MostRefusals = 8;
    private const double UsualSeverity = 0.1;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        StressCurve[] worst = [.. test.Curves
            .Where(curve => double.IsFinite(LostOf(curve)))
            .GroupBy(curve => (curve.Perturbation, curve.IsWorstPlace))
            .Select(group => group.MaxBy(LostOf)!)
            .OrderByDescending(LostOf)];
        if (worst.Length == 0)
        {
            yield break;
        }

        yield return new Prose("Of what the model wins over a constant answer, the share that is lost. 0 % is nothing, 100 % is as good as no model, more is worse than none; below 0 the strain happened to help. Each perturbation stands with the column, or all of them at once, where it costs most.");
        yield return new BarChart
        {
            Title = "Lost where a tenth of the cells goes wrong",
            Reading = "The worst place of each perturbation, with the 95 % interval of the paired difference on the same rows.",
            Names = "what goes wrong",
            Axis = "% of the lead lost",
            Bars = [.. worst.Select(curve => Bar(curve, Point(curve)!.Score!))],
        };
        foreach (var curve in worst.Where(curve => LostOf(curve) > 0).Take(MostCurves))
        {
            yield return Drawn(curve);
        }

        var refusals = test.Curves.SelectMany(curve => curve.Points.Where(point => point.Refusal is not null).Take(1).Select(point => (curve, point))).Take(MostRefusals).ToArray();
        if (refusals.Length > 0)
        {
            yield return Grid.Of("Rows that were refused", "what goes wrong|in|>from|the caller reads", refusals.Select(refusal => (IReadOnlyList<string>)
            [
                TitleOf(refusal.curve), refusal.curve.Column ?? "all columns", Numbers.Percent(refusal.point.Severity), refusal.point.Refusal!,
            ])) with { IsDetail = true };
        }
    }

    private static ChartBar Bar(StressCurve curve, StressScore score) => new($"{TitleOf(curve)}: {curve.Column ?? "all columns"}", 100 * score.Lost) { Lower = 100 * score.LostLower, Upper = 100 * score.LostUpper };

    private static LineChart Drawn(StressCurve curve)
    {
        ChartPoint[] points = [.. curve.Points
            .Where(point => point.Score is { } score && double.IsFinite(score.Lost))
            .Select(point => new ChartPoint(100 * point.Severity, 100 * point.Score!.Lost) { Lower = 100 * point.Score.LostLower, Upper = 100 * point.Score.LostUpper })];
        return new()
        {
            Title = $"{TitleOf(curve)}: {curve.Column ?? "all columns"}",
            Reading = "",
            X = new(SeverityOf(curve), 0, 100),
            Y = ChartAxis.Around("% of the lead lost", points.SelectMany(point => new[] { point.Y, point.Lower!.Value, point.Upper!.Value })).WithRoom(),
            Series = [new(TitleOf(curve), SeriesLook.DottedLine, points)],
        };
    }

    private static StressPoint? Point(StressCurve curve) => curve.Points.FirstOrDefault(point => point.Severity == UsualSeverity);

    private static double LostOf(StressCurve curve) => Point(curve)?.Score?.Lost ?? double.NaN;

    private static PerturbationInfo? InfoOf(StressCurve curve) => BuiltInPerturbations.All.FirstOrDefault(known => known.Info.Name == curve.Perturbation)?.Info;

    private static string TitleOf(StressCurve curve) => (InfoOf(curve)?.Title ?? curve.Perturbation) + (curve.IsWorstPlace ? ", where it hurts" : "");

    private static string SeverityOf(StressCurve curve) => $"% of severity; 100 is {InfoOf(curve)?.Severity ?? "all"}";
}
