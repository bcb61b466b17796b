using System.Numerics;

namespace Modelwright.Learners.Anomaly.Histogram;

/// <summary>The number of cells of equal width that follow the values best, by likelihood less a penalty, as far as the logarithm of the rows allows.</summary>
/// <remarks>Birgé &amp; Rozenholc 2006, "How many bins should be put in a regular histogram", ESAIM 10; the bound is that of Sturges 1926, as many cells in which few values are spikes call usual rows strange. Looks at 5,000 values at most, evenly spaced in rank.</remarks>
internal static class BinCount
{
    private const int MostValues = 5000;

    /// <summary>The number for ascending values between two ends.</summary>
    public static int Of(ReadOnlySpan<double> sorted, double low, double high)
    {
        var step = Math.Max(1, (sorted.Length + MostValues - 1) / MostValues);
        var count = (sorted.Length + step - 1) / step;
        var most = Most(sorted.Length);
        var (best, highest) = (1, double.NegativeInfinity);
        var cells = new int[most];
        for (var bins = 1; bins <= most; bins++)
        {
            Array.Clear(cells);
            for (var place = 0; place < sorted.Length; place += step)
            {
                cells[Cell(sorted[place], low, high, bins)]++;
            }

            var gain = -(bins - 1 + Math.Pow(Math.Log(bins), 2.5));
            foreach (var rows in cells.AsSpan(0, bins))
            {
                gain += rows > 0 ? rows * Math.Log((double)bins * rows / count) : 0;
            }

            (best, highest) = gain > highest ? (bins, gain) : (best, highest);
        }

        return best;
    }

    /// <summary>The bound for so many rows.</summary>
    public static int Most(int rows) => BitOperations.Log2((uint)Math.Max(1, rows - 1)) + 2;

    /// <summary>The cell of a value; what is outside the ends belongs to the outermost.</summary>
    public static int Cell(double value, double low, double high, int bins)
    {
        var share = ((0.5 * value) - (0.5 * low)) / ((0.5 * high) - (0.5 * low));
        return Math.Clamp((int)Math.Min(share * bins, bins), 0, bins - 1);
    }
}
