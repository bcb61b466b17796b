using Modelwright.Core.Data;

namespace Modelwright.Learners.Additive;

/// <summary>
/// Gives each level of a category a bin, in the order of the mean of the target. Levels of few rows share bin 0 with missing
/// values, so that a level never seen is answered as a rare one is.
/// </summary>
internal static class LevelBins
{
    /// <summary>Rows a level needs in a large table.</summary>
    private const int LeastRows = 10;

    /// <summary>Cuts a column.</summary>
    public static BinnedInput Of(CategoryColumn column, BoostTarget target, int most)
    {
        var codes = new int[column.RowCount];
        column.Codes.CopyTo(codes);
        var counts = new int[column.Levels.Count];
        foreach (var code in codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        var least = Math.Clamp(codes.Length / 100, 2, LeastRows);
        var means = Means(codes, counts.Length, target);
        int[] kept = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] >= least).OrderByDescending(code => counts[code]).Take(most).OrderBy(code => means[code]).ThenBy(code => code)];
        var binOf = new ushort[counts.Length];
        for (var place = 0; place < kept.Length; place++)
        {
            binOf[kept[place]] = (ushort)(place + 1);
        }

        var bins = new ushort[target.Padded];
        for (var row = 0; row < codes.Length; row++)
        {
            bins[row] = codes[row] < 0 ? (ushort)0 : binOf[codes[row]];
        }

        return new(new(column.Name, ColumnType.Category, [.. kept.Select(code => column.Levels[code])]), bins, [], kept.Length + 1);
    }

    /// <summary>The mean of the target of each level; for more than two classes, of the code of the class.</summary>
    private static double[] Means(int[] codes, int levels, BoostTarget target)
    {
        var (sums, weights) = (new double[levels], new double[levels]);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= 0)
            {
                sums[codes[row]] += target.Weights[row] * target.Values[row];
                weights[codes[row]] += target.Weights[row];
            }
        }

        for (var level = 0; level < levels; level++)
        {
            sums[level] = weights[level] > 0 ? sums[level] / weights[level] : 0;
        }

        return sums;
    }
}
