using Modelwright.Core.Data;

namespace Modelwright.Learners.Trees;

/// <summary>
/// Gives each level of a category a bin, in an order in which neighbours have like targets, so that a cut of the order is a
/// good set. Levels of few rows are left out and count as missing: their place in the order would be their own answer.
/// </summary>
/// <remarks>
/// By the mean of the target for one output (exact for one split: Fisher 1958), by the first principal component of the
/// class shares for several classes (Coppersmith, Hong &amp; Hosking 1999); once for the whole table, as in ranger
/// (Wright &amp; König 2019). The form's levels are those kept, in this order.
/// </remarks>
internal static class CategoryBins
{
    /// <summary>Rows a level needs in a large table.</summary>
    private const int LeastRows = 10;

    /// <summary>Bins a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="target">The target of the same rows.</param>
    /// <param name="draws">0 for rows that get a bin but have no say in the order of the levels; null where all rows have.</param>
    public static BinnedColumn Of(CategoryColumn column, ForestTarget target, int[]? draws = null)
    {
        var codes = new int[column.RowCount];
        column.Codes.CopyTo(codes);
        int[] seen = draws is null ? codes : [.. codes];
        var counts = new int[column.Levels.Count];
        for (var row = 0; row < seen.Length; row++)
        {
            seen[row] = draws is { } drawn && drawn[row] == 0 ? CategoryColumn.Missing : seen[row];
            if (seen[row] >= 0)
            {
                counts[seen[row]]++;
            }
        }

        var least = Math.Clamp(codes.Length / 100, 2, LeastRows);
        int[] kept = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] >= least).OrderByDescending(code => counts[code]).Take(BinnedColumn.Most).Order()];
        var scores = LevelScores.Of(seen, kept, target);
        int[] ordered = [.. Enumerable.Range(0, kept.Length).OrderBy(place => scores[place]).Select(place => kept[place])];
        var bins = new byte[counts.Length];
        Array.Fill(bins, BinnedColumn.Missing);
        for (var bin = 0; bin < ordered.Length; bin++)
        {
            bins[ordered[bin]] = (byte)bin;
        }

        double[] values = [.. Enumerable.Range(0, ordered.Length).Select(bin => (double)bin)];
        return new(
            new(column.Name, ColumnType.Category, [.. ordered.Select(code => column.Levels[code])]),
            [.. codes.Select(code => code < 0 ? BinnedColumn.Missing : bins[code])],
            values,
            values);
    }
}
