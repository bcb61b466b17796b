using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Mixture;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Tests.Clustering;

public sealed class MixtureTests
{
    private static readonly FitContext Context = new();

    [Fact]
    public void Cholesky_ThreeByThree_IsTheTextbooks()
    {
        // Golub and Van Loan, Matrix computations: 4 12 -16; 12 37 -43; -16 -43 98 has the factor 2; 6 1; -8 5 3.
        var factor = new double[6];
        Assert.True(Cholesky.Factor([4, 12, 37, -16, -43, 98], factor, 3));
        Assert.Equal([2, 6, 1, -8, 5, 3], factor);
        var inverse = new double[6];
        Cholesky.Invert(factor, inverse, 3);
        Assert.Equal([0.5, -3, 1, 19 / 3.0, -5 / 3.0, 1 / 3.0], inverse, (left, right) => Math.Abs(left - right) < 1e-12);
    }

    [Fact]
    public void Cholesky_NotPositive_SaysSo() => Assert.False(Cholesky.Factor([1, 2, 1], new double[3], 2));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rounds_EveryOne_NeverLowersTheLikelihood(bool isDiagonal) => Gen.Select(Shapes.Values(80, 120), Gen.Int[2, 3]).Sample((values, count) =>
    {
        var points = Shapes.Points(values[..(values.Length / 2 * 2)], 2);
        var (components, expectation) = Start(points, count, isDiagonal);
        var last = expectation.Look();
        for (var round = 0; round < 15; round++)
        {
            expectation.Maximize();
            var next = expectation.Look();

            // What is added to variances may cost a little at the end.
            if (next < last - 1e-5)
            {
                return false;
            }

            last = next;
        }

        return components.Count == count;
    });

    [Fact]
    public void Look_AnyDistributions_IsTheMeanLogarithmOfTheDensities() => Shapes.Values(30, 70).Sample(values =>
    {
        var points = Shapes.Points(values[..(values.Length / 2 * 2)], 2);
        var (components, expectation) = Start(points, 3, isDiagonal: false);
        var likelihood = expectation.Look();
        var direct = Enumerable.Range(0, points.Count).Average(point => Math.Log(Enumerable.Range(0, 3).Sum(component => Math.Exp(components.Logs[component] - (Square(components, component, points.Place(point)) / 2)))));
        return Math.Abs(likelihood - direct) < 1e-9;
    });

    [Fact]
    public void Fit_LongThinClouds_AreToldApart()
    {
        var random = new Random(3);
        double[][] values = [new double[600], new double[600]];
        for (var row = 0; row < 600; row++)
        {
            // Two long thin clouds at a right angle, as the strokes of an L; k-means would cut off the corner.
            var (along, across) = (6 * random.NextDouble(), 0.1 * random.NextDouble());
            (values[0][row], values[1][row]) = row % 2 == 0 ? (along, across) : (across, along + 0.3);
        }

        var data = Shapes.Set(values);
        var fitted = new MixtureLearner().Fit(data, ParameterValues.Default.With("clusters", 2), Context);
        var (clusters, distances, doubts) = Shapes.Assign(fitted.Form, data);
        var first = clusters.Where((_, row) => row % 2 == 0).Average();
        var second = clusters.Where((_, row) => row % 2 == 1).Average();
        Assert.InRange(Math.Abs(first - second), 0.98, 1);
        Assert.Equal(1, Math.Sqrt(distances.Average(distance => distance * distance)), 0.02);
        Assert.InRange(doubts.Average(), 0, 0.05);
    }

    private static (Components Components, Expectation Expectation) Start(ClusterPoints points, int count, bool isDiagonal)
    {
        var tiles = new PointTiles(points.Places, points.Count, points.Axes);
        var components = new Components(count, points.Axes, isDiagonal, 1e-6);
        new MixtureStart(points, tiles, Context).Fill(components, 0);
        return (components, new(points, tiles, components));
    }

    private static double Square(Components components, int component, ReadOnlySpan<double> place)
    {
        var x = place[0] - components.Means[2 * component];
        var y = place[1] - components.Means[(2 * component) + 1];
        var factor = components.Factors.AsSpan(3 * component, 3);
        return Math.Pow(factor[0] * x, 2) + Math.Pow((factor[1] * x) + (factor[2] * y), 2);
    }
}
