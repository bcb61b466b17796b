using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Profile.Depth;

/// <summary>How the values of a column are spread.</summary>
internal static class Spread
{
    private const int Bins = 20;
    private static readonly double[] Shares = [0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99];

    /// <summary>Counts in bins of equal width; one bin where all values are equal, none without values.</summary>
    public static IReadOnlyList<HistogramBin> Histogram(DepthColumn column)
    {
        var sorted = column.Sorted;
        if (sorted.Length == 0)
        {
            return [];
        }

        var isTime = column.Values is TimeColumn;
        var (least, most) = (sorted[0], sorted[^1]);
        var bins = least == most || !double.IsFinite(most - least) ? 1 : Bins;
        var counts = new int[bins];
        foreach (var value in sorted)
        {
            counts[bins == 1 ? 0 : Math.Min(bins - 1, (int)((value - least) / (most - least) * bins))]++;
        }

        return [.. counts.Select((count, bin) => new HistogramBin(Edge(bin), Edge(bin + 1), count))];

        string Edge(int bin)
        {
            var edge = bin == 0 ? least : bin == bins ? most : least + ((most - least) * bin / bins);
            return isTime ? new DateTime((long)(edge * TimeSpan.TicksPerDay), DateTimeKind.Unspecified).ToString("s", CultureInfo.InvariantCulture) : edge.ToString("G6", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Quantiles by linear interpolation; none without values.</summary>
    public static IReadOnlyList<double> Quantiles(double[] sorted) => sorted.Length == 0 ? [] : [.. Shares.Select(share => Quantile(sorted, share))];

    /// <summary>One quantile of sorted values.</summary>
    public static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    /// <summary>The third standardised moment; null where all values are equal or there are fewer than three.</summary>
    public static double? Skew(double[] sorted)
    {
        if (sorted.Length < 3 || sorted[0] == sorted[^1])
        {
            return null;
        }

        var mean = sorted.Average();
        var (square, cube) = (0.0, 0.0);
        foreach (var value in sorted)
        {
            var distance = value - mean;
            square += distance * distance;
            cube += distance * distance * distance;
        }

        var skew = cube / sorted.Length / Math.Pow(square / sorted.Length, 1.5);
        return double.IsFinite(skew) ? Math.Round(skew, 4) : null;
    }
}
