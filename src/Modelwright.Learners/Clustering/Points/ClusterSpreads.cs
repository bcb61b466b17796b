namespace Modelwright.Learners.Clustering.Points;

/// <summary>The distance that counts as 1 in each cluster: the root mean square over its rows.</summary>
internal static class ClusterSpreads
{
    /// <summary>A cluster whose rows all stand in one place takes this share of the spread over all clusters.</summary>
    private const double LeastShare = 1e-3;

    /// <summary>From the sums of squared distances and the masses of clusters.</summary>
    public static double[] Of(double[] sums, double[] masses)
    {
        var mass = masses.Sum();
        var all = mass > 0 ? Math.Sqrt(sums.Sum() / mass) : 0;
        var least = all > 0 ? all * LeastShare : 1;
        return [.. sums.Select((sum, cluster) => masses[cluster] > 0 ? Math.Max(least, Math.Sqrt(sum / masses[cluster])) : Math.Max(least, all))];
    }
}
