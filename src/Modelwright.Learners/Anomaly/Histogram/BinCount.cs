namespace Modelwright.Learners.Anomaly.Histogram;

/// <summary>The number of cells of equal width that follow the values best, by likelihood less a penalty.</summary>
/// <remarks>Birgé &amp; Rozenholc 2006, "How many bins should be put in a regular histogram", ESAIM 10. Looks at 5,000 values at most, evenly spaced in rank.</remarks>
internal static class BinCount
{
    private const int MostValues = 5000;
    private const int MostBins = 200;

    /// <summary>The number for ascending values between two ends.</summary>
    public static int Of(ReadOnlySpan<double> sorted, double low, double high)
    {
        var step = Math.Max(1, (sorted.Length + MostValues - 1) / MostValues);
        var count = (sorted.Length + step - 1) / step;
        var most = Math.Clamp((int)(count / Math.Log(Math.Max(3, count))), 1, MostBins);
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

    /// <summary>The cell of a value; what is outside the ends belongs to the outermost.</summary>
    public static int Cell(double value, double low, double high, int bins)
    {
        var share = ((0.5 * value) - (0.5 * low)) / ((0.5 * high) - (0.5 * low));
        return Math.Clamp((int)Math.Min(share * bins, bins), 0, bins - 1);
    }
}
