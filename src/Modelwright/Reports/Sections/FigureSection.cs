using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Every figure with its interval.</summary>
internal static class FigureSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        foreach (var rows in ground.Evidence.Figures.GroupBy(figure => (figure.Model, figure.Data)))
        {
            var first = rows.First();
            yield return Grid.Of(
                $"The {first.Model} model on {Numbers.Count(first.Rows)} rows ({ReportGround.RowsInWords(first.Data)})",
                "metric|>value|>95 % interval|>always the same|better",
                rows.Select(figure => Row(figure, rows.Key.Model == "validated" ? ground.Paired : null)));
        }

        var names = ground.Evidence.Figures.Select(figure => figure.Metric).ToHashSet(StringComparer.Ordinal);
        var metrics = BuiltInMetrics.All.Select(metric => metric.Info).Where(info => names.Contains(info.Name)).ToArray();
        if (metrics.Length > 0)
        {
            yield return Grid.Of("What the metrics measure", "metric|meaning", metrics.Select(info => (IReadOnlyList<string>)[info.Title, info.Meaning])) with { IsDetail = true };
        }
    }

    private static IReadOnlyList<string> Row(Figure figure, Answers? paired)
    {
        var places = Numbers.Places(figure.Value);
        var constant = paired is { Count: > 0 } ? BuiltInMetrics.Get(figure.Metric).Info.Constant(paired) : double.NaN;
        return
        [
            ReportGround.TitleOf(figure.Metric),
            double.IsNaN(figure.Value) ? "not defined" : Numbers.Fixed(figure.Value, places),
            double.IsFinite(figure.StandardError) ? $"{Numbers.Fixed(figure.Lower, places)} … {Numbers.Fixed(figure.Upper, places)}" : "not known",
            double.IsFinite(constant) ? Numbers.Fixed(constant, places) : "",
            figure.HigherIsBetter ? "more" : "less",
        ];
    }
}
