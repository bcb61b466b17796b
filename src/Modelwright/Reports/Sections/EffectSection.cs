using Modelwright.Recording.Insights;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>How the most important columns move the answer.</summary>
internal static class EffectSection
{
    private const int MostLevels = 12;
    private const int FewValues = 3;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        var effects = ground.Evidence.Effects;
        if (effects.Count == 0)
        {
            return ground.Evidence is { Importances: not null, BudgetSeconds: not null } ? [new Prose("The budget left no time to work this out. Give more with --budget, or ask 'modelwright explain' of the package.")] : [];
        }

        return
        [
            new Prose(Explanation(effects)),
            .. effects.GroupBy(effect => effect.Column, StringComparer.Ordinal).Select(group => Chart([.. group])),
            .. ground.Evidence.EffectMaps.Select(EffectMapPicture.Of),
        ];
    }

    private static string Explanation(IReadOnlyList<Effect> effects) =>
        $"What the model answers on average, had all of {Numbers.Count(effects[0].Rows)} rows that it had not seen one and the same value of a column, with 95 % intervals. The other columns keep their values."
        + (effects.GroupBy(effect => effect.Column, StringComparer.Ordinal).Any(column => column.Count() == 1 && column.First().Kind != "category" && column.First().Points.Count > FewValues)
            ? " A second, dashed line shows the effect among rows that do have such a value. Where the two part, the column goes together with others: then trust the second."
            : "");

    private static Chart Chart(Effect[] effects)
    {
        var first = effects[0];
        var what = first.Output is null ? "mean answer" : effects.Length > 1 ? "mean probability" : $"mean probability of '{first.Output}'";
        return first.Kind == "category" || (effects.Length == 1 && first.Kind == "number" && first.Points.Count <= FewValues) ? Bars(first, what) : Lines(effects, what);
    }

    private static BarChart Bars(Effect effect, string what)
    {
        var most = effect.Points.OrderByDescending(point => point.Share).Take(MostLevels).ToHashSet();
        return new()
        {
            Title = effect.Column,
            Reading = effect.Points.Count > MostLevels ? $"The {MostLevels} most frequent values." : "",
            Axis = what,
            Names = effect.Column,
            Bars = [.. effect.Points.Where(most.Contains).Select(point => new ChartBar(point.Level ?? Numbers.Short(point.Value ?? double.NaN), point.Mean) { Lower = point.Lower, Upper = point.Upper })],
        };
    }

    private static LineChart Lines(Effect[] effects, string what)
    {
        var isTime = effects[0].Kind == "time";
        var isShare = effects[0].Output is not null;
        List<ChartSeries> series = [.. effects.Select(effect => new ChartSeries(effects.Length > 1 ? effect.Output! : "had all rows this value", SeriesLook.Line, [.. effect.Points.Select(point => Point(point, isShare))]))];
        if (effects.Length == 1)
        {
            series.Add(Accumulated(effects[0]));
        }

        return new()
        {
            Title = effects[0].Column,
            Reading = effects.Length > 1 ? "The classes that have the most rows; their intervals stand in the table." : "",
            X = ChartAxis.Around(effects[0].Column, effects[0].Points.Select(point => point.Value!.Value)) with { Scale = isTime ? AxisScale.Time : AxisScale.Linear },
            Y = ChartAxis.Around(what, series.SelectMany(one => one.Points).SelectMany(point => effects.Length > 1 ? [point.Y] : new[] { point.Y, point.Lower ?? point.Y, point.Upper ?? point.Y })).WithRoom(),
            Series = series,
        };
    }

    // Accumulated effects have mean 0 over the rows; they are drawn around the mean answer to compare.
    private static ChartSeries Accumulated(Effect effect)
    {
        var middle = effect.Points.Sum(point => point.Mean * point.Share) / Math.Max(1e-9, effect.Points.Sum(point => point.Share));
        return new("among rows with such values", SeriesLook.DottedLine, [.. effect.Points.Select(point => new ChartPoint(point.Value!.Value, point.Accumulated + middle))]);
    }

    // The interval of a mean probability is a normal one and may reach beyond what a probability can be.
    private static ChartPoint Point(EffectPoint point, bool isShare) => new(point.Value!.Value, point.Mean)
    {
        Lower = isShare ? Math.Max(0, point.Lower) : point.Lower,
        Upper = isShare ? Math.Min(1, point.Upper) : point.Upper,
    };
}
