namespace Modelwright.Stress.Slices;

/// <summary>Keeps the share of false alarms among what is found small, however the tests hang together.</summary>
/// <remarks>
/// Benjamini &amp; Yekutieli 2001, "The control of the false discovery rate in multiple testing under dependency". The milder bound of
/// Benjamini &amp; Hochberg 1995 asks that tests depend on each other to one side only, and slices that exclude each other do not.
/// </remarks>
internal static class FalseDiscoveries
{
    /// <summary>For each test the least share of false alarms at which it is still a discovery.</summary>
    /// <param name="chances">The p-value of every test that was made, in any order.</param>
    /// <returns>q-values, from 0 to 1, in the same order.</returns>
    public static double[] Shares(IReadOnlyList<double> chances)
    {
        int[] order = [.. Enumerable.Range(0, chances.Count).OrderByDescending(test => chances[test])];
        var harmonic = Enumerable.Range(1, chances.Count).Sum(rank => 1.0 / rank);
        var shares = new double[chances.Count];
        var least = 1.0;
        for (var place = 0; place < order.Length; place++)
        {
            least = Math.Min(least, chances[order[place]] * chances.Count * harmonic / (chances.Count - place));
            shares[order[place]] = least;
        }

        return shares;
    }
}
