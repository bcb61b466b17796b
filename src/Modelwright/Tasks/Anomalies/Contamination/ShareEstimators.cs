namespace Modelwright.Tasks.Anomalies.Contamination;

/// <summary>Three ways to tell the share of strange rows from normal numbers of all rows, sorted from the lowest; each says 0 where nothing stands out.</summary>
internal static class ShareEstimators
{
    /// <summary>No more than this share can be strange: then they would be the usual ones.</summary>
    public const double Most = 0.5;

    private const int Rounds = 100;

    /// <summary>Rows that a threshold is not looked for below: the middle tells what is usual.</summary>
    private const double From = 1.5;

    /// <summary>
    /// The most by which the share above any threshold exceeds what usual rows leave there, less three deviations of what chance leaves
    /// (after Meinshausen &amp; Rice 2006, who bound the share of false null hypotheses so).
    /// </summary>
    public static double Excess(double[] sorted)
    {
        var most = 0.0;
        for (var place = FirstAbove(sorted, From); place < sorted.Length; place++)
        {
            var (seen, usual) = ((sorted.Length - place) / (double)sorted.Length, Above(sorted[place]));
            var excess = (seen - usual - (3 * Math.Sqrt(usual / sorted.Length))) / (1 - usual);
            most = Math.Max(most, excess - (3.0 / sorted.Length));
        }

        return Math.Min(most, Most);
    }

    /// <summary>
    /// The share beyond the largest gap above, where the gap is larger than one in a hundred samples of usual rows has. Gaps times their number from
    /// the top are alike where a tail falls off as e^-x (Rényi 1953); a normal tail falls off faster, so that this is on the cautious side.
    /// </summary>
    public static double Gap(double[] sorted)
    {
        var first = FirstAbove(sorted, From);
        var (largest, share, sum, count) = (0.0, 0.0, 0.0, 0);
        List<double> gaps = [];
        for (var place = first + 1; place < sorted.Length; place++)
        {
            var gap = (sorted.Length - place) * (sorted[place] - sorted[place - 1]);
            gaps.Add(gap);
            (sum, count) = (sum + gap, count + 1);
            if (gap > largest)
            {
                (largest, share) = (gap, (sorted.Length - place) / (double)sorted.Length);
            }
        }

        // The usual gap is told by the median, which a few large ones do not move; that of e^-x is ln 2 of the mean.
        gaps.Sort();
        var usual = count > 0 ? gaps[count / 2] / Math.Log(2) : 0;
        return usual > 0 && largest > usual * Math.Log(100.0 * count) ? Math.Min(share, Most) : 0;
    }

    /// <summary>The weight of a second normal distribution above the usual one, where both together fit better by the Bayesian information criterion.</summary>
    public static double Mixture(double[] sorted)
    {
        var (share, mean, deviation) = (0.05, Math.Max(3, sorted[^1] / 2), 2.0);
        var gain = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var (weight, sum, squares) = (0.0, 0.0, 0.0);
            gain = 0;
            foreach (var value in sorted)
            {
                var (usual, strange) = (Math.Exp(-value * value / 2), Math.Exp(-(value - mean) * (value - mean) / (2 * deviation * deviation)) / deviation);
                var both = ((1 - share) * usual) + (share * strange);
                var part = both > 0 ? share * strange / both : value > mean ? 1 : 0;
                gain += both > 0 && usual > 0 ? Math.Log(both / usual) : value > 0 ? value * value / 2 : 0;
                (weight, sum, squares) = (weight + part, sum + (part * value), squares + (part * value * value));
            }

            share = Math.Clamp(weight / sorted.Length, 1e-6, Most);
            mean = Math.Max(2.5, weight > 0 ? sum / weight : mean);
            deviation = weight > 0 ? Math.Max(0.5, Math.Sqrt(Math.Max(0, (squares / weight) - (2 * mean * sum / weight) + (mean * mean)))) : deviation;
        }

        const int Parameters = 3;
        return 2 * gain > Parameters * Math.Log(sorted.Length) && share * sorted.Length >= 1 ? share : 0;
    }

    /// <summary>The share of usual rows above a normal number (Abramowitz &amp; Stegun 1964, 7.1.26; right to 1e-7).</summary>
    internal static double Above(double value)
    {
        var at = Math.Abs(value) / Math.Sqrt(2);
        var part = 1 / (1 + (0.3275911 * at));
        var sum = part * (0.254829592 + (part * (-0.284496736 + (part * (1.421413741 + (part * (-1.453152027 + (part * 1.061405429))))))));
        var above = sum * Math.Exp(-at * at) / 2;
        return value >= 0 ? above : 1 - above;
    }

    private static int FirstAbove(double[] sorted, double value)
    {
        var place = Array.BinarySearch(sorted, value);
        return place >= 0 ? place : ~place;
    }
}
