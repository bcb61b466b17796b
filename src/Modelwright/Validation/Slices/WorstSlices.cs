using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Measures.Comparing;

namespace Modelwright.Validation.Slices;

/// <summary>
/// Finds the slices on which a model does worse than on the other rows, beyond chance: Welch's test of the mean loss inside
/// against outside, corrected for the number of slices (Bonferroni). As in Chung and others, Slice Finder, ICDE 2019.
/// </summary>
internal static class WorstSlices
{
    private const int FewestRows = 30;
    private const int MostColumns = 200;
    private const double MostChance = 0.05;
    private const double LeastProbability = 1e-6;

    /// <summary>The slices, those first whose rows lose the most in sum beyond what other rows lose.</summary>
    /// <param name="answers">Answers on rows that no choice has seen.</param>
    /// <param name="paired">The same with the truth.</param>
    /// <param name="metric">The main metric.</param>
    /// <param name="most">The most slices wanted.</param>
    public static IReadOnlyList<Slice> Of(UnseenAnswers answers, Answers paired, IMetric metric, int most)
    {
        var table = answers.Rows.Table;
        var cutter = new SliceCutter(table);
        var smallest = Math.Max(FewestRows, table.RowCount / 100);
        SliceRows[] cut = [.. answers.Rows.Schema.Columns
            .Where(spec => spec.Role is not (ColumnRole.Target or ColumnRole.Weight or ColumnRole.Ignore or ColumnRole.Id) && table.TryGet(spec.Name, out _))
            .Take(MostColumns)
            .SelectMany(cutter.Of)
            .Where(slice => slice.Rows.Length >= smallest && slice.Rows.Length <= table.RowCount - smallest)];
        var losses = RowLosses.Of(paired is ClassAnswers ? "log_loss" : "absolute_error", paired, LeastProbability);
        var all = Moments.Of(losses, Enumerable.Range(0, losses.Length));
        return [.. cut
            .Select(slice => (Slice: slice, Inside: Moments.Of(losses, slice.Rows)))
            .Select(found => (found.Slice, found.Inside, Outside: all.Without(found.Inside)))
            .Where(found => found.Inside.Mean > found.Outside.Mean)
            .Select(found => (found.Slice, found.Inside, found.Outside, Chance: Math.Min(1, found.Inside.ChanceOfMore(found.Outside) * cut.Length)))
            .Where(found => found.Chance <= MostChance)
            .OrderByDescending(found => (found.Inside.Mean - found.Outside.Mean) * found.Inside.Count)
            .Take(most)
            .Select(found => new Slice(found.Slice.Column, found.Slice.Meaning, metric.Estimate(paired.Take(found.Slice.Rows)), found.Inside.Mean, found.Outside.Mean, found.Chance))];
    }
}
