using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Density;
using Modelwright.Learners.Clustering.Genie;
using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;
using Modelwright.Learners.Clustering.Ward;

namespace Modelwright.Learners.Tests.Clustering;

public sealed class TreeTests
{
    /// <summary>Sums of some tens of distances, in another order.</summary>
    private const double Tolerance = 1e-9;

    private static readonly FitContext Context = new();

    private static Gen<ClusterPoints> SomePoints(int most, int axes) =>
        Shapes.Values(axes * 2, axes * most).Select(values => Shapes.Points(values[..(values.Length / axes * axes)], axes));

    [Fact]
    public void SpanningTree_AnyPoints_IsAsShortAsKruskals() => SomePoints(60, 3).Sample(points =>
        Math.Abs(SpanningTree.Of(points, [], Context).Lengths.Sum() - Kruskal(points, new double[points.Count])) < Tolerance);

    [Fact]
    public void SpanningTree_MutualReachability_IsAsShortAsKruskals() => SomePoints(40, 2).Sample(points =>
    {
        var cores = CoreDistances.Of(points, 4, Context);
        return Math.Abs(SpanningTree.Of(points, cores, Context).Lengths.Sum() - Kruskal(points, cores)) < Tolerance;
    });

    [Fact]
    public void CoreDistances_AnyPoints_AreThoseOfSortedDistances() => Gen.Select(SomePoints(50, 2), Gen.Int[1, 60]).Sample((points, samples) =>
    {
        var cores = CoreDistances.Of(points, samples, Context);
        return Enumerable.Range(0, points.Count).All(point =>
        {
            double[] sorted = [.. Enumerable.Range(0, points.Count).Select(other => Shapes.Square(points, point, other)).Order()];
            return Math.Abs(cores[point] - sorted[Math.Min(samples, points.Count) - 1]) < Tolerance;
        });
    });

    [Fact]
    public void Ward_FourOnALine_HasTheHeightsReckonedByHand()
    {
        // The heights of scipy and fastcluster: root of 2 a b / (a + b) times the distance of the means, for clusters of a and b rows.
        var tree = WardTree.Of(Shapes.Points([0, 1, 3, 7], 1), Context);
        double[] expected = [1, Math.Sqrt(4.0 / 3) * 2.5, Math.Sqrt(6.0 / 4) * (7 - (4.0 / 3))];
        Assert.Equal(expected, tree.Heights, (left, right) => Math.Abs(left - right) < Tolerance);
    }

    [Fact]
    public void Ward_AnyPoints_HasTheHeightsOfJoiningTheBestPair() => SomePoints(30, 2).Sample(points =>
        WardTree.Of(points, Context).Heights.Zip(BestPairs(points)).All(pair => Math.Abs(pair.First - pair.Second) < Tolerance));

    [Fact]
    public void Genie_ThresholdOne_IsSingleLinkage() => SomePoints(40, 2).Sample(points =>
    {
        var edges = SpanningTree.Of(points, [], Context);
        return GenieTree.Of(points, edges, 1, Context).Heights.SequenceEqual(edges.Lengths);
    });

    [Fact]
    public void Genie_AnyPoints_JoinsAsThePaperSays() => Gen.Select(SomePoints(40, 2), Gen.Double[0, 0.8]).Sample((points, threshold) =>
    {
        var edges = SpanningTree.Of(points, [], Context);
        return GenieTree.Of(points, edges, threshold, Context).Heights.SequenceEqual(Joinings(edges, points.Count, threshold));
    });

    [Fact]
    public void Sizes_AnyJoinings_KeepTheGiniIndexOfAllPairs() => Gen.Select(Gen.Double[0.5, 9].Array[2, 20], Gen.Int[0, 1_000_000]).Sample((sizes, seed) =>
    {
        var random = new Random(seed);
        var kept = new ClusterSizes(sizes);
        List<double> all = [.. sizes];
        while (all.Count > 1)
        {
            if (Math.Abs(kept.Gini - Gini(all)) > Tolerance || kept.Smallest != all.Min())
            {
                return false;
            }

            all = [.. all.OrderBy(_ => random.Next())];
            all = [kept.Join(all[0], all[1]), .. all[2..]];
        }

        return kept.Gini == 0;
    });

    [Fact]
    public void Cut_EveryNumber_GivesSoManyClustersOfThreeRowsOrAsManyAsThereCanBe() => Gen.Select(SomePoints(60, 2), Gen.Int[2, 25]).Sample((points, clusters) =>
    {
        var cut = WardTree.Of(points, Context).Cut(clusters);
        var sizes = cut.Labels.Where(label => label >= 0).GroupBy(label => label).OrderBy(some => some.Key).Select(some => some.Count()).ToArray();
        return points.Count < ClusterCut.FewestRows
            ? cut.Clusters == 1
            : cut.Clusters <= clusters && sizes.Length == cut.Clusters && sizes.All(size => size >= 3) && sizes.Zip(sizes.Skip(1)).All(pair => pair.First >= pair.Second);
    });

    [Fact]
    public void Cut_Outliers_AreNoClusters()
    {
        var points = Shapes.Points([0, 0.1, 0.2, 0.3, 5, 5.1, 5.2, 5.3, 100, -100], 1);
        var cut = GenieTree.Of(points, SpanningTree.Of(points, [], Context), 1, Context).Cut(2);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, -1, -1], cut.Labels);
    }

    private static double Kruskal(ClusterPoints points, double[] cores)
    {
        var sets = new DisjointSets(points.Count);
        var edges =
            from one in Enumerable.Range(0, points.Count)
            from other in Enumerable.Range(0, one)
            let reach = Math.Max(Shapes.Square(points, one, other), Math.Max(cores[one], cores[other]))
            orderby reach
            select (one, other, reach);
        var sum = 0.0;
        foreach (var (one, other, reach) in edges.ToArray())
        {
            if (sets.Find(one) != sets.Find(other))
            {
                sets.Join(sets.Find(one), sets.Find(other));
                sum += Math.Sqrt(reach);
            }
        }

        return sum;
    }

    /// <summary>Ward's method as it is defined: every pair is looked at before each joining.</summary>
    private static List<double> BestPairs(ClusterPoints points)
    {
        List<int[]> clusters = [.. Enumerable.Range(0, points.Count).Select(point => new[] { point })];
        List<double> heights = [];
        while (clusters.Count > 1)
        {
            var pairs =
                from one in Enumerable.Range(0, clusters.Count)
                from other in Enumerable.Range(0, one)
                select (One: one, Other: other, Height: Math.Sqrt(2 * (Inertia(points, [.. clusters[one], .. clusters[other]]) - Inertia(points, clusters[one]) - Inertia(points, clusters[other]))));
            var best = pairs.MinBy(pair => pair.Height);
            heights.Add(best.Height);
            clusters[best.Other] = [.. clusters[best.Other], .. clusters[best.One]];
            clusters.RemoveAt(best.One);
        }

        return heights;
    }

    private static double Inertia(ClusterPoints points, int[] some) =>
        (from one in some from other in some select Shapes.Square(points, one, other)).Sum() / (2 * some.Length);

    /// <summary>Genie as it is defined: sizes and the index are worked out anew before each joining.</summary>
    private static List<double> Joinings(TreeEdges edges, int points, double threshold)
    {
        var sets = new DisjointSets(points);
        List<int> left = [.. Enumerable.Range(0, edges.Count)];
        List<double> heights = [];
        while (left.Count > 0)
        {
            var sizes = Enumerable.Range(0, points).GroupBy(sets.Find).ToDictionary(some => some.Key, some => (double)some.Count());
            var isUneven = Gini([.. sizes.Values]) > threshold;
            var smallest = sizes.Values.Min();
            var edge = left.First(one => !isUneven || sizes[sets.Find(edges.First[one])] == smallest || sizes[sets.Find(edges.Second[one])] == smallest);
            left.Remove(edge);
            heights.Add(edges.Lengths[edge]);
            sets.Join(sets.Find(edges.First[edge]), sets.Find(edges.Second[edge]));
        }

        return heights;
    }

    private static double Gini(List<double> sizes) => sizes.Count < 2
        ? 0
        : (from one in Enumerable.Range(0, sizes.Count) from other in Enumerable.Range(0, one) select Math.Abs(sizes[one] - sizes[other])).Sum() / ((sizes.Count - 1) * sizes.Sum());
}
