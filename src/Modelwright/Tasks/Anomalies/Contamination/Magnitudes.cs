namespace Modelwright.Tasks.Anomalies.Contamination;

/// <summary>
/// One number a row that keeps how far it stands out, which ranks lose: the weighted mean of the detectors' own scores, each counted from its
/// median in units of the distance from there to its upper quartile.
/// </summary>
internal static class Magnitudes
{
    /// <summary>Where half the rows score alike, the unit is sought farther out.</summary>
    private static readonly double[] Shares = [0.75, 0.9, 0.99, 1];

    /// <summary>A row counts for no more than so many units of one detector, so that none drowns the others.</summary>
    private const double Most = 1e6;

    /// <summary>The numbers.</summary>
    /// <param name="scores">Members x rows, finite; one row or more.</param>
    /// <param name="weights">One a member, of sum 1.</param>
    /// <returns>One a row; 0 is usual, higher is stranger.</returns>
    public static double[] Of(IReadOnlyList<double[]> scores, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(weights);
        var sums = new double[scores[0].Length];
        for (var member = 0; member < scores.Count; member++)
        {
            if (weights[member] > 0)
            {
                Add(scores[member], weights[member], sums);
            }
        }

        return sums;
    }

    private static void Add(double[] scores, double weight, double[] sums)
    {
        var sorted = (double[])scores.Clone();
        Array.Sort(sorted);
        var middle = Quantiles.At(sorted, 0.5);
        var unit = Shares.Select(share => Quantiles.At(sorted, share) - middle).FirstOrDefault(apart => apart > 0 && double.IsFinite(apart));
        for (var row = 0; row < sums.Length && unit > 0; row++)
        {
            sums[row] += weight * Math.Clamp((scores[row] - middle) / unit, -Most, Most);
        }
    }
}
