using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Trees;

/// <summary>
/// The order in which clusters are joined, from points to one. A part of fewer than three rows is no cluster of its own: cuts
/// go on until so many clusters of three rows or more have come apart.
/// </summary>
internal sealed class MergeTree : ICuttable
{
    private readonly ClusterPoints _points;
    private readonly int[] _clusters;

    /// <summary>Makes it.</summary>
    /// <param name="points">The points.</param>
    /// <param name="first">One a joining: any point of one cluster.</param>
    /// <param name="second">One a joining: any point of the other.</param>
    /// <param name="heights">One a joining: how far apart both were.</param>
    public MergeTree(ClusterPoints points, int[] first, int[] second, double[] heights)
    {
        (_points, First, Second, Heights) = (points, first, second, heights);
        _clusters = ClustersAfter();
    }

    /// <summary>One a joining: a point of one cluster.</summary>
    public int[] First { get; }

    /// <summary>One a joining: a point of the other cluster.</summary>
    public int[] Second { get; }

    /// <summary>One a joining: how far apart both were.</summary>
    public double[] Heights { get; }

    /// <inheritdoc/>
    public ClusterCut Cut(int clusters)
    {
        var wanted = Math.Min(clusters, _clusters.Max());
        if (wanted == 0)
        {
            return new(new int[_points.Count], 1);
        }

        var joinings = Array.LastIndexOf(_clusters, wanted);
        var sets = new DisjointSets(_points.Count);
        var rows = (int[])_points.Rows.Clone();
        for (var joining = 0; joining < joinings; joining++)
        {
            Join(sets, rows, joining);
        }

        int[] keys = [.. Enumerable.Range(0, _points.Count).Select(sets.Find).Select(key => rows[key] >= ClusterCut.FewestRows ? key : -1)];
        return ClusterCut.Ordered(keys, _points.Masses);
    }

    /// <summary>The number of clusters of enough rows after none, one, and so on to all joinings.</summary>
    private int[] ClustersAfter()
    {
        var sets = new DisjointSets(_points.Count);
        var rows = (int[])_points.Rows.Clone();
        var clusters = new int[Heights.Length + 1];
        clusters[0] = rows.Count(count => count >= ClusterCut.FewestRows);
        for (var joining = 0; joining < Heights.Length; joining++)
        {
            clusters[joining + 1] = clusters[joining] + Join(sets, rows, joining);
        }

        return clusters;
    }

    /// <summary>By how many clusters of enough rows there are more.</summary>
    private int Join(DisjointSets sets, int[] rows, int joining)
    {
        var (one, other) = (sets.Find(First[joining]), sets.Find(Second[joining]));
        var before = (rows[one] >= ClusterCut.FewestRows ? 1 : 0) + (rows[other] >= ClusterCut.FewestRows ? 1 : 0);
        var sum = rows[one] + rows[other];
        rows[sets.Join(one, other)] = sum;
        return (sum >= ClusterCut.FewestRows ? 1 : 0) - before;
    }
}
