using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Profile.Depth;

/// <summary>
/// Columns that are spread otherwise at the end of the file than at its start: the population stability index over at most
/// ten bins tells how much, a chi-square test over the same bins, corrected for the columns that were tried (Bonferroni),
/// whether it may be chance.
/// </summary>
internal static class Drifts
{
    private const int Bins = 10;
    private const double Little = 0.1;
    private const double Much = 0.25;
    private const double FalseChance = 0.001;
    private const int MostFindings = 20;

    /// <summary>Whether a column is measured: what orders or names rows, and free text, is not.</summary>
    public static bool IsMeasured(DepthColumn column) =>
        column is { Values: NumberColumn or CategoryColumn, Spec.Role: ColumnRole.Feature or ColumnRole.Target or ColumnRole.Weight or ColumnRole.Sensitive };

    /// <summary>The findings, the strongest first.</summary>
    public static IEnumerable<Finding> Find(DepthGround ground)
    {
        DepthColumn[] columns = [.. ground.Columns.Where(IsMeasured)];
        return columns.Select(column => (Column: column, Counts: Counts(column)))
            .Select(part => (part.Column, Index: Index(part.Counts), Test: Test(part.Counts)))
            .Where(part => part.Index >= Little && part.Test.Statistic > Critical(part.Test.Freedom, FalseChance / columns.Length))
            .OrderByDescending(part => part.Index)
            .Take(MostFindings)
            .Select(part => new Finding(
                part.Index >= Much ? FindingSeverity.Warning : FindingSeverity.Note,
                "drift",
                part.Column.Name,
                string.Create(CultureInfo.InvariantCulture, $"'{part.Column.Name}' is spread otherwise in the last third of the file than in the first: stability index {part.Index:0.00} (0.1 is some, 0.25 much)."),
                "If the rows are in the order of time, validate on the future: name the time column with --time. If they are sorted, it is only that.")
            { Measured = new Dictionary<string, double> { ["stability_index"] = part.Index, ["chi_square"] = part.Test.Statistic, ["degrees_of_freedom"] = part.Test.Freedom } });
    }

    /// <summary>The population stability index of a column.</summary>
    public static double Index(DepthColumn column) => Index(Counts(column));

    private static double Index(int[,] counts)
    {
        var (first, last) = Sums(counts);
        var index = 0.0;
        for (var bin = 0; bin < counts.GetLength(0); bin++)
        {
            // Half a row keeps empty bins finite.
            var (one, other) = ((counts[bin, 0] + 0.5) / (first + (0.5 * counts.GetLength(0))), (counts[bin, 1] + 0.5) / (last + (0.5 * counts.GetLength(0))));
            index += (other - one) * Math.Log(other / one);
        }

        return index;
    }

    private static (double Statistic, int Freedom) Test(int[,] counts)
    {
        var (first, last) = Sums(counts);
        var (statistic, used) = (0.0, 0);
        for (var bin = 0; bin < counts.GetLength(0); bin++)
        {
            double both = counts[bin, 0] + counts[bin, 1];
            if (both > 0 && first > 0 && last > 0)
            {
                used++;
                var expected = both * first / (first + last);
                statistic += Math.Pow(counts[bin, 0] - expected, 2) / expected;
                expected = both * last / (first + last);
                statistic += Math.Pow(counts[bin, 1] - expected, 2) / expected;
            }
        }

        return (statistic, Math.Max(1, used - 1));
    }

    /// <summary>The value that chi-square exceeds with a chance. Source: Wilson and Hilferty 1931; the normal quantile by Abramowitz and Stegun 26.2.23.</summary>
    internal static double Critical(int freedom, double chance)
    {
        var root = Math.Sqrt(-2 * Math.Log(chance));
        var normal = root - ((2.515517 + (0.802853 * root) + (0.010328 * root * root)) / (1 + (1.432788 * root) + (0.189269 * root * root) + (0.001308 * root * root * root)));
        var scale = 2.0 / (9 * freedom);
        return freedom * Math.Pow(1 - scale + (normal * Math.Sqrt(scale)), 3);
    }

    private static (int First, int Last) Sums(int[,] counts)
    {
        var (first, last) = (0, 0);
        for (var bin = 0; bin < counts.GetLength(0); bin++)
        {
            (first, last) = (first + counts[bin, 0], last + counts[bin, 1]);
        }

        return (first, last);
    }

    // Rows of each bin in the first and the last third; the bins of Binning are put together to ten of about equal size.
    private static int[,] Counts(DepthColumn column)
    {
        var codes = column.Bins.Codes;
        var merged = Merge(codes, column.Bins.Count);
        var counts = new int[Bins + 2, 2];
        var third = codes.Length / 3;
        for (var row = 0; row < third; row++)
        {
            counts[merged[codes[row]], 0]++;
            counts[merged[codes[codes.Length - 1 - row]], 1]++;
        }

        return counts;
    }

    private static int[] Merge(ushort[] codes, int bins)
    {
        var sizes = new int[bins];
        foreach (var code in codes)
        {
            sizes[code]++;
        }

        // Missing values stay apart.
        var merged = new int[bins];
        var (seen, all) = (0L, codes.Length - sizes[0]);
        for (var bin = 1; bin < bins; bin++)
        {
            merged[bin] = 1 + (int)Math.Min(Bins, (seen + (sizes[bin] / 2)) * Bins / Math.Max(1, all));
            seen += sizes[bin];
        }

        return merged;
    }
}
