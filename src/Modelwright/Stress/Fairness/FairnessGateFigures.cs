using Modelwright.Stress.Gates;

namespace Modelwright.Stress.Fairness;

/// <summary>The figures of fairness under the names that gates use.</summary>
internal static class FairnessGateFigures
{
    /// <summary>
    /// 'fairness.MEASURE' for each measure: that of the declared column that is worst by its interval. Columns that are only suggested by their names
    /// have figures of their own, 'fairness.suggested.MEASURE': a name alone is no ground to hold a model back.
    /// </summary>
    public static IEnumerable<GateFigure> Of(FairnessReport report) => report.Columns
        .SelectMany(column => column.Gaps.Select(gap => (Column: column, Gap: gap)))
        .GroupBy(entry => (entry.Gap.Measure, entry.Column.IsSuggested))
        .Select(group => Write(group.Key.IsSuggested ? $"suggested.{group.Key.Measure}" : group.Key.Measure, group.Key.Measure == FairnessMeasure.DisparateImpact
            ? group.OrderBy(entry => entry.Gap.Upper).ThenBy(entry => entry.Gap.Value).First()
            : group.OrderByDescending(entry => entry.Gap.Lower).ThenByDescending(entry => entry.Gap.Value).First()));

    private static GateFigure Write(string measure, (FairnessColumn Column, FairnessGap Gap) worst) => new(
        $"fairness.{measure}",
        worst.Gap.Value,
        worst.Gap.Lower,
        worst.Gap.Upper,
        $"'{worst.Column.Name}', '{worst.Gap.Highest}' beside '{worst.Gap.Lowest}'{(worst.Column.IsSuggested ? "; suggested by its name alone" : "")}");
}
