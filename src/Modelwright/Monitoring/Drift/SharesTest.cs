using Modelwright.Monitoring.Chances;

namespace Modelwright.Monitoring.Drift;

/// <summary>How likely two samples of one distribution differ as much as two that are given: Pearson's test of two rows of counts.</summary>
/// <remarks>Source: Pearson 1911, "On the probability that two independent distributions of frequency are really samples from the same population". Bins of fewer than five expected rows (Cochran 1954) are taken together.</remarks>
internal static class SharesTest
{
    private const double FewestExpected = 5;

    /// <summary>The p-value; 1 where there is nothing to compare.</summary>
    /// <param name="one">Shares of bins; sum 1.</param>
    /// <param name="rows">Rows behind them.</param>
    /// <param name="other">Shares of the same bins; sum 1.</param>
    /// <param name="otherRows">Rows behind those.</param>
    public static double Chance(ReadOnlySpan<double> one, double rows, ReadOnlySpan<double> other, double otherRows)
    {
        var (statistic, bins, restOne, restOther) = (0.0, 0, 0.0, 0.0);
        for (var bin = 0; bin < one.Length; bin++)
        {
            var pooled = ((one[bin] * rows) + (other[bin] * otherRows)) / (rows + otherRows);
            if (pooled * Math.Min(rows, otherRows) >= FewestExpected)
            {
                statistic += Square(one[bin] - other[bin]) / pooled;
                bins++;
            }
            else
            {
                restOne += one[bin];
                restOther += other[bin];
            }
        }

        var rest = ((restOne * rows) + (restOther * otherRows)) / (rows + otherRows);
        if (rest * Math.Min(rows, otherRows) >= FewestExpected)
        {
            statistic += Square(restOne - restOther) / rest;
            bins++;
        }

        return bins < 2 ? 1 : ChiSquareTail.Above(statistic / ((1 / rows) + (1 / otherRows)), bins - 1);
    }

    private static double Square(double value) => value * value;
}
