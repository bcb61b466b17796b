namespace Modelwright.Monitoring.Drift;

/// <summary>How far two distributions over the same bins are apart; each from 0 (the same) to 1 (no bin in common), and the same both ways.</summary>
internal static class Distances
{
    private const double Log2 = 0.693147180559945309;

    /// <summary>The Jensen-Shannon divergence in bits. Source: Lin 1991, "Divergence measures based on the Shannon entropy".</summary>
    /// <param name="one">Shares of bins; sum 1.</param>
    /// <param name="other">Shares of the same bins; sum 1.</param>
    public static double JensenShannonDivergence(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var bin = 0; bin < one.Length; bin++)
        {
            var middle = (one[bin] + other[bin]) / 2;
            sum += Part(one[bin], middle) + Part(other[bin], middle);
        }

        return Math.Clamp(sum / (2 * Log2), 0, 1);
    }

    /// <summary>Its square root, which is a metric. Source: Endres &amp; Schindelin 2003.</summary>
    /// <param name="one">Shares of bins; sum 1.</param>
    /// <param name="other">Shares of the same bins; sum 1.</param>
    public static double JensenShannon(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => Math.Sqrt(JensenShannonDivergence(one, other));

    /// <summary>
    /// The Jensen-Shannon distance less what chance alone makes of it: where both are draws of one distribution the divergence is
    /// (k − 1)(1/m + 1/n) / (8 ln 2) bits on average, which is half of the mean of Pearson's statistic to second order.
    /// So the figure does not depend on how many rows there are.
    /// </summary>
    /// <param name="one">Shares of bins; sum 1.</param>
    /// <param name="rows">Rows behind them.</param>
    /// <param name="other">Shares of the same bins; sum 1.</param>
    /// <param name="otherRows">Rows behind those.</param>
    public static double Corrected(ReadOnlySpan<double> one, double rows, ReadOnlySpan<double> other, double otherRows)
    {
        var occupied = 0;
        for (var bin = 0; bin < one.Length; bin++)
        {
            occupied += one[bin] + other[bin] > 0 ? 1 : 0;
        }

        var byChance = Math.Max(0, occupied - 1) * ((1 / rows) + (1 / otherRows)) / (8 * Log2);
        return Math.Sqrt(Math.Max(0, JensenShannonDivergence(one, other) - byChance));
    }

    /// <summary>The Hellinger distance. Source: Le Cam &amp; Yang 2000, chapter 3.</summary>
    /// <param name="one">Shares of bins; sum 1.</param>
    /// <param name="other">Shares of the same bins; sum 1.</param>
    public static double Hellinger(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var bin = 0; bin < one.Length; bin++)
        {
            var away = Math.Sqrt(one[bin]) - Math.Sqrt(other[bin]);
            sum += away * away;
        }

        return Math.Min(1, Math.Sqrt(sum / 2));
    }

    private static double Part(double share, double middle) => share > 0 ? share * Math.Log(share / middle) : 0;
}
