using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Density;
using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;

namespace Modelwright.Learners.Tests.Clustering;

public sealed class DensityTests
{
    private const double Tolerance = 1e-9;

    private static readonly FitContext Context = new();

    private static LinkageTree Linkage(ClusterPoints points, int samples) => new(points, SpanningTree.Of(points, CoreDistances.Of(points, samples, Context), Context));

    [Fact]
    public void Condense_TwoGroupsOnALine_HasTheStabilitiesReckonedByHand()
    {
        // Steps of 1 within groups of three and four, 10 between them; one row alone is 20 away. With min_samples 1 distances are plain.
        var points = Shapes.Points([0, 1, 2, 12, 13, 14, 15, 35], 1);
        var tree = new CondensedTree(points, Linkage(points, 1), 3);
        Assert.Equal(3, tree.Count);

        // The lone row leaves at density 1/20, all others at 1/10, where the groups come apart; these live until density 1.
        Assert.Equal((1 / 20.0) + (7 / 10.0), tree.Stability(0), Tolerance);
        Assert.Equal([3 * 0.9, 4 * 0.9], new[] { tree.Stability(1), tree.Stability(2) }.Order(), (left, right) => Math.Abs(left - right) < Tolerance);
        var cut = new DensityTree(points, Linkage(points, 1), 3).Cut(0);
        Assert.Equal([1, 1, 1, 0, 0, 0, 0, -1], cut.Labels);
        Assert.True(cut.HasNoise);
    }

    [Fact]
    public void Cut_OneGroup_IsOneCluster()
    {
        var points = Shapes.Points([0, 1, 2.5, 3], 1);
        var cut = new DensityTree(points, Linkage(points, 2), 3).Cut(0);
        Assert.Equal(1, cut.Clusters);
        Assert.False(cut.HasNoise);
    }

    [Fact]
    public void Cut_FewerLeavesThanAsked_LetsSmallerClustersIn()
    {
        var points = Shapes.Points([0, 1, 2, 12, 13, 14, 24, 25, 26], 1);
        Assert.Equal(3, new DensityTree(points, Linkage(points, 1), 9).Cut(3).Clusters);
    }

    [Fact]
    public void Cut_SoMany_HasTheLargestSumOfAllCuts() => Gen.Select(Shapes.Values(16, 60), Gen.Int[2, 5]).Sample((values, clusters) =>
    {
        var points = Shapes.Points(values, 1);
        var tree = new CondensedTree(points, Linkage(points, 1), 3);
        var cuts = Cuts(tree, 0).Where(cut => cut.Length == clusters).ToArray();
        if (cuts.Length == 0)
        {
            return true;
        }

        var cut = new DensityTree(points, Linkage(points, 1), 3).Cut(clusters);
        return cut.Clusters == clusters && Math.Abs(Sum(tree, cut) - cuts.Max(some => some.Sum(tree.Stability))) < Tolerance;
    });

    [Fact]
    public void Cut_OfItself_IsAsStableAsTheBestOfAllCuts() => Shapes.Values(16, 60).Sample(values =>
    {
        var points = Shapes.Points(values, 1);
        var tree = new CondensedTree(points, Linkage(points, 1), 3);
        var cuts = Cuts(tree, 0).Where(cut => cut.Length > 1).ToArray();
        var cut = new DensityTree(points, Linkage(points, 1), 3).Cut(0);
        return cuts.Length == 0 ? cut.Clusters == 1 : Math.Abs(Sum(tree, cut) - cuts.Max(some => some.Sum(tree.Stability))) < Tolerance;
    });

    /// <summary>All ways to part the tree under a cluster.</summary>
    private static IEnumerable<int[]> Cuts(CondensedTree tree, int cluster)
    {
        var (first, second) = tree.Children(cluster);
        var below = first < 0 ? [] : from one in Cuts(tree, first) from other in Cuts(tree, second) select (int[])[.. one, .. other];
        return below.Prepend([cluster]);
    }

    /// <summary>The stabilities of a cut, whose clusters are known by the points they hold.</summary>
    private static double Sum(CondensedTree tree, ClusterCut cut)
    {
        var sum = 0.0;
        for (var cluster = 0; cluster < cut.Clusters; cluster++)
        {
            int[] own = [.. Enumerable.Range(0, cut.Labels.Length).Where(point => cut.Labels[point] == cluster)];
            sum += tree.Stability(Enumerable.Range(0, tree.Count).First(one => own.All(point => IsUnder(tree, tree.ClusterOf[point], one)) && Held(tree, one) == own.Length));
        }

        return sum;
    }

    private static int Held(CondensedTree tree, int cluster) => tree.ClusterOf.Count(one => IsUnder(tree, one, cluster));

    private static bool IsUnder(CondensedTree tree, int cluster, int above) =>
        cluster == above || (cluster >= 0 && tree.Parent(cluster) >= 0 && IsUnder(tree, tree.Parent(cluster), above));
}
