using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;

namespace Modelwright.Learners.Clustering.Density;

/// <summary>
/// The clusters of a density hierarchy: those whose stabilities add up to most, of any number, or of so many as asked. Points that left before
/// these came apart are noise.
/// </summary>
/// <remarks>
/// Campello, Moulavi &amp; Sander 2013, section 4.2. With a number given the same sum is made largest over all cuts of the tree into so many
/// clusters, which the paper leaves open; where the tree has too few leaves, smaller clusters are let in.
/// </remarks>
internal sealed class DensityTree(ClusterPoints points, LinkageTree linkage, int fewestRows) : ICuttable
{
    private readonly Dictionary<int, CondensedTree> _trees = [];

    /// <inheritdoc/>
    public ClusterCut Cut(int clusters)
    {
        if (clusters == 0)
        {
            return Cut(Tree(fewestRows), 0);
        }

        for (var fewest = fewestRows; ; fewest = Math.Max(ClusterCut.FewestRows, fewest / 2))
        {
            var tree = Tree(fewest);
            var leaves = Leaves(tree)[0];
            if (leaves >= clusters || fewest == ClusterCut.FewestRows)
            {
                return Cut(tree, Math.Min(clusters, leaves));
            }
        }
    }

    private CondensedTree Tree(int fewest) => _trees.TryGetValue(fewest, out var tree) ? tree : _trees[fewest] = new(points, linkage, fewest);

    private static int[] Leaves(CondensedTree tree)
    {
        var leaves = new int[tree.Count];
        for (var cluster = tree.Count - 1; cluster >= 0; cluster--)
        {
            var (first, second) = tree.Children(cluster);
            leaves[cluster] = first < 0 ? 1 : leaves[first] + leaves[second];
        }

        return leaves;
    }

    private ClusterCut Cut(CondensedTree tree, int clusters)
    {
        var isTaken = clusters == 0 ? MostStable(tree) : MostStableOf(tree, clusters);
        var (under, keys) = (new int[tree.Count], new int[points.Count]);
        for (var cluster = 0; cluster < tree.Count; cluster++)
        {
            var above = tree.Parent(cluster) < 0 ? -1 : under[tree.Parent(cluster)];
            under[cluster] = isTaken[cluster] ? cluster : above;
        }

        for (var point = 0; point < keys.Length; point++)
        {
            keys[point] = under[tree.ClusterOf[point]];
        }

        return ClusterCut.Ordered(keys, points.Masses) with { HasNoise = Array.IndexOf(keys, -1) >= 0 };
    }

    /// <summary>From the leaves up, a cluster is taken where it is more stable than what is taken below it. The first is taken only where it never falls apart.</summary>
    private static bool[] MostStable(CondensedTree tree)
    {
        var (best, isTaken) = (new double[tree.Count], new bool[tree.Count]);
        for (var cluster = tree.Count - 1; cluster >= 0; cluster--)
        {
            var (first, second) = tree.Children(cluster);
            var below = first < 0 ? double.NegativeInfinity : best[first] + best[second];
            isTaken[cluster] = cluster == 0 ? first < 0 : tree.Stability(cluster) >= below;
            best[cluster] = Math.Max(tree.Stability(cluster), below);
        }

        return Highest(tree, isTaken);
    }

    /// <summary>Of clusters inside one another the outer is taken.</summary>
    private static bool[] Highest(CondensedTree tree, bool[] isTaken)
    {
        var isUnder = new bool[tree.Count];
        for (var cluster = 1; cluster < tree.Count; cluster++)
        {
            isUnder[cluster] = isUnder[tree.Parent(cluster)] || isTaken[tree.Parent(cluster)];
            isTaken[cluster] &= !isUnder[cluster];
        }

        return isTaken;
    }

    /// <summary>The largest sum of stabilities over cuts into so many clusters: each cluster is one, or is shared out among its two children.</summary>
    private static bool[] MostStableOf(CondensedTree tree, int clusters)
    {
        var sums = new double[tree.Count][];
        for (var cluster = tree.Count - 1; cluster >= 0; cluster--)
        {
            var (first, second) = tree.Children(cluster);
            sums[cluster] = first < 0 ? [tree.Stability(cluster)] : Sums(tree.Stability(cluster), sums[first], sums[second], clusters);
        }

        var isTaken = new bool[tree.Count];
        var waiting = new Stack<(int Cluster, int Parts)>([(0, clusters)]);
        while (waiting.TryPop(out var next))
        {
            var (first, second) = tree.Children(next.Cluster);
            if (next.Parts == 1)
            {
                isTaken[next.Cluster] = true;
                continue;
            }

            var ofFirst = Share(sums[first], sums[second], next.Parts).OfFirst;
            waiting.Push((first, ofFirst));
            waiting.Push((second, next.Parts - ofFirst));
        }

        return isTaken;
    }

    /// <summary>The largest sum for one cluster, two, and so on, as place 0, 1 and so on.</summary>
    private static double[] Sums(double own, double[] first, double[] second, int most)
    {
        var sums = new double[Math.Min(most, first.Length + second.Length)];
        sums[0] = own;
        for (var parts = 2; parts <= sums.Length; parts++)
        {
            sums[parts - 1] = Share(first, second, parts).Sum;
        }

        return sums;
    }

    private static (int OfFirst, double Sum) Share(double[] first, double[] second, int parts)
    {
        var (best, sum) = (0, double.NegativeInfinity);
        for (var ofFirst = Math.Max(1, parts - second.Length); ofFirst <= Math.Min(first.Length, parts - 1); ofFirst++)
        {
            var one = first[ofFirst - 1] + second[parts - ofFirst - 1];
            (best, sum) = one > sum ? (ofFirst, one) : (best, sum);
        }

        return (best, sum);
    }
}
