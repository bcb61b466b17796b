using Modelwright.Recording.Insights;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>How the most important columns move the answer.</summary>
internal static class EffectSection
{
    private const double DaysOfYear = 365.2425;
    private const int MostLevels = 12;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground) =>
        [.. ground.Evidence.Effects.GroupBy(effect => effect.Column, StringComparer.Ordinal).Select(group => Chart([.. group])), .. ground.Evidence.EffectMaps.Select(EffectMapPicture.Of)];

    private static Chart Chart(Effect[] effects)
    {
        var first = effects[0];
        var what = first.Output is null ? "mean answer" : effects.Length > 1 ? "mean probability" : $"mean probability of '{first.Output}'";
        return first.Kind == "category" ? Bars(first, what) : Lines(effects, what);
    }

    private static BarChart Bars(Effect effect, string what)
    {
        var most = effect.Points.OrderByDescending(point => point.Share).Take(MostLevels).ToHashSet();
        return new()
        {
            Title = effect.Column,
            Reading = $"The {(effect.Output is { } output ? $"mean probability of '{output}'" : "mean answer")}, had all of {Numbers.Count(effect.Rows)} rows this level.",
            Axis = what,
            Names = effect.Column,
            Bars = [.. effect.Points.Where(most.Contains).Select(point => new ChartBar(point.Level ?? "", point.Mean) { Lower = point.Lower, Upper = point.Upper })],
        };
    }

    private static LineChart Lines(Effect[] effects, string what)
    {
        var isTime = effects[0].Kind == "time";
        double Place(EffectPoint point) => isTime ? 1 + (point.Value!.Value / DaysOfYear) : point.Value!.Value;
        List<ChartSeries> series =
        [
            .. effects.Select(effect => new ChartSeries(
                effects.Length > 1 ? effect.Output! : "had all rows this value",
                SeriesLook.Line,
                [.. effect.Points.Select(point => new ChartPoint(Place(point), point.Mean) { Lower = point.Lower, Upper = point.Upper })])),
        ];
        if (effects.Length == 1)
        {
            // Accumulated effects have mean 0 over the rows; they are drawn around the mean answer to compare.
            var middle = effects[0].Points.Sum(point => point.Mean * point.Share) / Math.Max(1e-9, effects[0].Points.Sum(point => point.Share));
            series.Add(new("among rows with such values", SeriesLook.DottedLine, [.. effects[0].Points.Select(point => new ChartPoint(Place(point), point.Accumulated + middle))]));
        }

        return new()
        {
            Title = effects[0].Column,
            Reading = effects.Length > 1
                ? $"The mean probability of the most frequent classes, had all of {Numbers.Count(effects[0].Rows)} rows this value."
                : "Where the two lines part, the column goes together with others: then trust the one among rows with such values.",
            X = ChartAxis.Around(isTime ? "year" : effects[0].Column, effects[0].Points.Select(Place)),
            Y = ChartAxis.Around(what, series.SelectMany(one => one.Points).SelectMany(point => new[] { point.Y, point.Lower ?? point.Y, point.Upper ?? point.Y })),
            Series = series,
        };
    }
}
