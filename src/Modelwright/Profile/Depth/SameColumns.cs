using Modelwright.Core.Data;

namespace Modelwright.Profile.Depth;

/// <summary>Columns that say what another says: value for value, or on another scale.</summary>
internal static class SameColumns
{
    private const int MostColumns = 100;
    private const double NearlyAll = 0.999;
    private const double SameScale = 0.9999;

    /// <summary>The findings, one a column that repeats an earlier one.</summary>
    public static IEnumerable<Finding> Find(DepthGround ground)
    {
        DepthColumn[] columns = [.. ground.Features.Where(column => column.Values is not TextColumn && column.Bins.Codes.Distinct().Take(2).Count() == 2).Take(MostColumns)];
        for (var later = 1; later < columns.Length; later++)
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (Same(columns[earlier], columns[later]) is { } how)
                {
                    yield return new(FindingSeverity.Note, "same_columns", columns[later].Name, $"'{columns[later].Name}' says what '{columns[earlier].Name}' says: {how}.", "One of them is enough: leave the other out with --ignore.")
                    { Measured = new Dictionary<string, double> { ["rows"] = ground.Table.RowCount } };
                    break;
                }
            }
        }
    }

    private static string? Same(DepthColumn one, DepthColumn other)
    {
        // Different bins of missing values, or other numbers of bins, cannot be one to one.
        if (one.Bins.IsExact && other.Bins.IsExact)
        {
            return OneToOne(one.Bins.Codes, other.Bins.Codes, one.Bins.Count, other.Bins.Count) is var share && share >= NearlyAll
                ? $"their values go together one to one in {(share >= 1 ? "all rows" : FormattableString.Invariant($"{share * 100:0.##} % of the rows"))}" : null;
        }

        return one.Values is NumberColumn && other.Values is NumberColumn && Math.Abs(Correlation(one.Numbers, other.Numbers)) is var correlation && correlation >= SameScale
            ? $"their correlation is {(correlation >= 1 - 1e-12 ? "1" : FormattableString.Invariant($"{Math.Floor(correlation * 1e6) / 1e6:0.######}"))}" : null;
    }

    private static double OneToOne(ushort[] one, ushort[] other, int ones, int others)
    {
        var counts = new int[ones, others];
        for (var row = 0; row < one.Length; row++)
        {
            counts[one[row], other[row]]++;
        }

        // Each value's partner must have it as its own partner.
        var together = 0;
        for (var bin = 0; bin < ones; bin++)
        {
            var partner = Enumerable.Range(0, others).MaxBy(place => counts[bin, place]);
            together += Enumerable.Range(0, ones).MaxBy(place => counts[place, partner]) == bin ? counts[bin, partner] : 0;
        }

        return together / (double)one.Length;
    }

    private static double Correlation(double[] one, double[] other)
    {
        var (count, ones, others) = (0, 0.0, 0.0);
        for (var row = 0; row < one.Length; row++)
        {
            if (double.IsNaN(one[row]) != double.IsNaN(other[row]))
            {
                return 0;
            }

            if (!double.IsNaN(one[row]))
            {
                (count, ones, others) = (count + 1, ones + one[row], others + other[row]);
            }
        }

        var (between, left, right) = (0.0, 0.0, 0.0);
        for (var row = 0; row < one.Length && count > 0; row++)
        {
            if (!double.IsNaN(one[row]))
            {
                var (first, second) = (one[row] - (ones / count), other[row] - (others / count));
                (between, left, right) = (between + (first * second), left + (first * first), right + (second * second));
            }
        }

        var correlation = between / Math.Sqrt(left * right);
        return double.IsFinite(correlation) ? correlation : 0;
    }
}
