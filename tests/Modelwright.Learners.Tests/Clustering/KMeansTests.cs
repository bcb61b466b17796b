using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.KMeans;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Tests.Clustering;

public sealed class KMeansTests
{
    /// <summary>Starts and swaps come near to the best sum of squares, but nothing promises that they reach it.</summary>
    private const double Tolerance = 0.02;

    private static readonly FitContext Context = new();

    private static PointTiles Tiles(ClusterPoints points) => new(points.Places, points.Count, points.Axes);

    [Fact]
    public void Lloyd_EveryMove_NeverRaisesTheSumOfSquares() => Gen.Select(Shapes.Values(20, 120), Gen.Int[1, 6], Gen.Int[0, 999]).Sample((values, count, seed) =>
    {
        var points = Shapes.Points(values[..(values.Length / 2 * 2)], 2);
        var random = new SeededRandom(seed, 0);
        var centers = new CenterSeeds(points, Tiles(points)).Draw(count, ref random);
        var inertias = Enumerable.Range(0, 8).Select(moves => new Lloyd(points, Tiles(points), Context).Run((double[])centers.Clone(), count, moves).Inertia).ToArray();
        return inertias.Zip(inertias.Skip(1)).All(pair => pair.Second <= pair.First * (1 + 1e-12));
    });

    [Fact]
    public void Run_OnALine_IsNeverBetterThanTheBestOfAllParts() => Gen.Select(Shapes.Values(6, 40), Gen.Int[2, 4]).Sample((values, count) =>
    {
        var points = Shapes.Points(values, 1);
        var (centers, _) = new KMeansFit(points, Context).Run(new(count, 10, 300, 50, 50, 1000));
        return centers.Inertia >= (Best(points, count) * (1 - 1e-9)) - 1e-12;
    });

    [Fact]
    public void Run_OnManyLines_ComesNearToTheBestOfAllPartsOnMost()
    {
        var near = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var points = Shapes.Points([.. Enumerable.Range(0, 6 + (seed % 35)).Select(_ => (6 * random.NextDouble()) - 3)], 1);
            var (centers, _) = new KMeansFit(points, Context).Run(new(2 + (seed % 3), 10, 300, 50, 50, 1000));
            near += centers.Inertia <= (Best(points, 2 + (seed % 3)) * (1 + Tolerance)) + 1e-12 ? 1 : 0;
        }

        Assert.True(near >= 190, $"only {near} of 200 came near");
    }

    [Fact]
    public void Assign_AnyCentres_GivesTheNearestAndTheNext() => Gen.Select(Shapes.Values(6, 90), Shapes.Values(6, 15)).Sample((values, places) =>
    {
        var points = Shapes.Points(values[..(values.Length / 3 * 3)], 3);
        var count = places.Length / 3;
        var assignment = new CenterAssignment(points, Tiles(points));
        assignment.Assign(places.AsSpan(0, count * 3), count);
        return Enumerable.Range(0, points.Count).All(point =>
        {
            double[] squares = [.. Enumerable.Range(0, count).Select(center => Enumerable.Range(0, 3).Sum(axis => Math.Pow(points.Place(point)[axis] - places[(center * 3) + axis], 2)))];
            double[] sorted = [.. squares.Order()];
            return Math.Abs(assignment.Near[point] - sorted[0]) < 1e-9 && Math.Abs(assignment.Second[point] - sorted[1]) < 1e-9 && Math.Abs(squares[assignment.Label(point)] - sorted[0]) < 1e-9;
        });
    });

    [Fact]
    public void Move_ACentreWithoutPoints_GoesToTheFarthestOne()
    {
        var points = Shapes.Points([0, 1, 2, 9], 1);
        var assignment = new CenterAssignment(points, Tiles(points));
        double[] centers = [points.Place(1)[0], 1e5];
        assignment.Assign(centers, 2);
        assignment.Move(centers, 2);
        Assert.Equal(points.Place(3)[0], centers[1]);
    }

    [Fact]
    public void Fit_AClusterOfOneRow_GoesWithTheNearest()
    {
        var data = Shapes.Set([0, 0.1, 0.2, 0.3, 5, 5.1, 5.2, 5.3, 900]);
        var fitted = new KMeansLearner().Fit(data, ParameterValues.Default.With("clusters", 3), Context);
        Assert.Equal(["3 clusters were asked for and 2 were found: the rows do not bear more of at least 3 rows each. Ask for fewer, or give more rows."], fitted.Report.Warnings);
        Assert.Equal([1, 1, 1, 1, 0, 0, 0, 0, 0], Shapes.Assign(fitted.Form, data).Clusters);
    }

    /// <summary>On a line clusters are runs of sorted points: the best is found by going over all ends of the last run.</summary>
    private static double Best(ClusterPoints points, int count)
    {
        double[] sorted = [.. points.Places.Order()];
        var best = Enumerable.Range(0, sorted.Length + 1).Select(end => end == 0 ? 0 : Inertia(sorted[..end])).ToArray();
        for (var runs = 2; runs <= count; runs++)
        {
            best = [.. Enumerable.Range(0, sorted.Length + 1).Select(end => Enumerable.Range(0, end + 1).Min(from => best[from] + Inertia(sorted[from..end])))];
        }

        return best[^1];
    }

    private static double Inertia(double[] values) => values.Length == 0 ? 0 : values.Sum(value => Math.Pow(value - values.Average(), 2));
}
