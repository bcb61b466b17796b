namespace Modelwright.Learners.Clustering.Trees;

/// <summary>Which cluster each point belongs to.</summary>
/// <param name="Labels">One a point: its cluster, largest first; -1 for none.</param>
/// <param name="Clusters">Number of clusters, 1 or more.</param>
internal sealed record ClusterCut(int[] Labels, int Clusters)
{
    /// <summary>Rows of a cluster at the least, so that no mean of a cluster is a row.</summary>
    public const int FewestRows = 3;

    /// <summary>Whether points without a cluster are noise; if not they go with the nearest cluster.</summary>
    public bool HasNoise { get; init; }

    /// <summary>Numbers clusters by their mass, the largest first; of two as large the one whose first point comes first.</summary>
    /// <param name="keys">One a point: any number of 0 or more that names its cluster; -1 for none.</param>
    /// <param name="masses">One a point.</param>
    public static ClusterCut Ordered(int[] keys, double[] masses)
    {
        var names = keys.Max() + 1;
        var (sums, firsts) = (new double[names], new int[names]);
        List<int> found = [];
        for (var point = 0; point < keys.Length; point++)
        {
            if (keys[point] < 0)
            {
                continue;
            }

            if (sums[keys[point]] == 0)
            {
                firsts[keys[point]] = point;
                found.Add(keys[point]);
            }

            sums[keys[point]] += masses[point];
        }

        int[] order = [.. found.OrderByDescending(key => sums[key]).ThenBy(key => firsts[key])];
        var numbers = new int[names];
        for (var number = 0; number < order.Length; number++)
        {
            numbers[order[number]] = number;
        }

        return new([.. keys.Select(key => key < 0 ? -1 : numbers[key])], order.Length);
    }
}
