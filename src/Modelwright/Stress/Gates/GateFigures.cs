using System.Globalization;
using Modelwright.Stress.Curves;
using Modelwright.Stress.Schemas;

namespace Modelwright.Stress.Gates;

/// <summary>The figures of a test under the names that gates use.</summary>
internal static class GateFigures
{
    /// <summary>The severity that gates look at: what goes wrong in a tenth of the cells is no rare accident.</summary>
    private const double Severity = 0.1;

    /// <summary>All figures.</summary>
    public static IEnumerable<GateFigure> Of(StressedModel model, IReadOnlyList<StressCurve> curves, IReadOnlyList<SchemaProbe> probes)
    {
        var calm = model.CalmScore;
        yield return new("score", calm.Value, calm.Lower, calm.Upper, $"{model.Metric.Info.Name} without strain");
        yield return Lead(model);
        foreach (var group in curves.GroupBy(curve => curve.Perturbation))
        {
            if (Worst(group.Where(curve => curve.Column is not null && !curve.IsWorstPlace)) is { } column)
            {
                yield return column with { Name = $"stress.{group.Key}.column" };
            }

            if (Worst(group.Where(curve => curve.Column is null && !curve.IsWorstPlace)) is { } all)
            {
                yield return all with { Name = $"stress.{group.Key}.all" };
            }
        }

        var unsound = probes.Where(probe => !probe.IsSound).ToArray();
        yield return new("schema.unsound", unsound.Length, unsound.Length, unsound.Length, unsound.Length == 0 ? "every other shape of rows is refused or answered rightly" : $"first {unsound[0].Name} of {unsound[0].Column ?? "no column"}");
    }

    private static GateFigure Lead(StressedModel model)
    {
        var constant = model.Metric.Info.Constant(model.Calm);
        var (one, other) = (model.CalmScore.Lower - constant, model.CalmScore.Upper - constant);
        var sign = model.Metric.Info.HigherIsBetter ? 1 : -1;
        return new("lead", model.Lead, Math.Min(sign * one, sign * other), Math.Max(sign * one, sign * other), string.Create(CultureInfo.InvariantCulture, $"{model.Metric.Info.Name} beside {constant:0.####} of a constant answer"));
    }

    private static GateFigure? Worst(IEnumerable<StressCurve> curves) => curves
        .SelectMany(curve => curve.Points.Where(point => point.Severity == Severity && point.Score is { } score && double.IsFinite(score.Lost)).Select(point => (curve.Column, Score: point.Score!)))
        .OrderByDescending(entry => entry.Score.LostLower)
        .Select(entry => new GateFigure("", entry.Score.Lost, entry.Score.LostLower, entry.Score.LostUpper, entry.Column is null ? "all columns" : $"worst in '{entry.Column}'"))
        .FirstOrDefault();
}
