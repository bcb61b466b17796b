namespace Modelwright.Runtime.Steps.Categories.Encoding;

/// <summary>How many rows' worth of the mean of all a level's own mean wants, told by the rows: what rows of one level differ by, over what levels differ by.</summary>
/// <remarks>
/// The weight that makes the mean of a level best for new rows of it, if levels are drawn at random (Efron &amp; Morris 1975); both
/// variances by the analysis of variance for groups of unequal size (Searle, Casella &amp; McCulloch 1992, section 3.6).
/// </remarks>
internal static class SmoothingEstimate
{
    /// <summary>Where too few rows share a level to tell.</summary>
    internal const double Usual = 10;

    /// <summary>Rows beyond one a level that an estimate needs.</summary>
    private const int FewestSpare = 20;
    private const double Least = 0.5;

    /// <summary>Where levels differ by no more than chance, nothing would be left of them with more than this.</summary>
    private const double Most = 500;

    /// <summary>The estimate, in rows.</summary>
    /// <param name="counts">Rows of each level by weight, of mean weight 1; may be 0.</param>
    /// <param name="sums">Sum of the target of each level, by weight.</param>
    /// <param name="squares">Sum of the squares of the target of all rows, by weight.</param>
    internal static double Of(ReadOnlySpan<double> counts, ReadOnlySpan<double> sums, double squares)
    {
        var (rows, total, levels, own, crowd) = (0.0, 0.0, 0, 0.0, 0.0);
        for (var level = 0; level < counts.Length; level++)
        {
            if (counts[level] > 0)
            {
                rows += counts[level];
                total += sums[level];
                levels++;
                own += sums[level] * sums[level] / counts[level];
                crowd += counts[level] * counts[level];
            }
        }

        if (levels < 2 || rows - levels < FewestSpare)
        {
            return Usual;
        }

        var within = Math.Max(0, squares - own) / (rows - levels);
        var size = (rows - (crowd / rows)) / (levels - 1);
        var between = (((own - (total * total / rows)) / (levels - 1)) - within) / size;
        return between > 0 ? Math.Clamp(within / between, Least, Most) : Most;
    }
}
