using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Numbers;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>
/// Steps of numbers against values from elsewhere and laws. Origin of the values: scikit-learn 1.2.1 (QuantileTransformer,
/// PowerTransformer, KBinsDiscretizer) and NumPy 1.24.2 (percentile) on the same inputs; normal scores: Python's statistics.NormalDist.
/// </summary>
public sealed class NumberStepTests
{
    /// <summary>Sums are taken in another order there; a few units in the last place remain.</summary>
    private const double Tolerance = 1e-13;

    private static readonly double[] Trained = [3.1, -1.5, 2.2, 2.2, 2.2, 10.0, 0.0, 7.7, -4.0, 1.1];
    private static readonly double[] Others = [-9, -4, -1, 0, 2.2, 2.5, 9, 10, 99];

    private static double[] Values(Table rows, string name = "x")
    {
        var values = new double[rows.RowCount];
        ((NumberColumn)rows[name]).Values.CopyTo(values);
        return values;
    }

    private static Table Rows(params double[] values) => new([new NumberColumn("x", [.. values])]);

    private static double[] Apply(IStep step, double[] trained, double[] others, double[]? weights = null) =>
        Values(step.Fit(new(Rows(trained)) { Weights = weights }).Step.Apply(Rows(others)));

    private static void AssertClose(double[] expected, double[] found, double tolerance = Tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(Enumerable.Range(0, expected.Length), row => Assert.Equal(expected[row], found[row], tolerance));
    }

    [Fact]
    public void Clip_TwoQuantiles_AsReference() =>
        AssertClose([-0.3, -0.3, -0.3, 0, 2.2, 2.47, 2.47, 2.47, 2.47], Apply(new Clip { Lower = 0.2, Upper = 0.7 }, Trained, Others));

    [Fact]
    public void Clip_InfiniteAndMissing_EdgeAndMissing() =>
        Assert.Equal([1, 4, double.NaN], Apply(new Clip { Lower = 0, Upper = 1 }, [1, 2, 4, double.NaN], [double.NegativeInfinity, double.PositiveInfinity, double.NaN]));

    [Fact]
    public void Clip_WeightOfNought_AsIfTheRowWereNotThere() =>
        Assert.Equal([1, 3], Apply(new Clip { Lower = 0, Upper = 1 }, [1, 1000, 3], [-5, 2000], [1, 0, 1]));

    [Fact]
    public void Clip_RangeTheWrongWayRound_SaysSo()
    {
        var error = Assert.Throws<OptionsException>(() => new Clip { Lower = 0.9, Upper = 0.1 }.Fit(new(Rows(1))));

        Assert.Equal("Upper of step 'clip' must be from 0.9 to 1. Got 0.1. Change it, or leave it out for its default.", error.Message);
    }

    [Theory]
    [InlineData(5, new[] { 0, 0, 0.17543859649122806, 0.23391812865497075, 0.5, 0.611111111111111, 0.9649122807017544, 1, 1 })]
    [InlineData(10, new[] { 0, 0, 0.14814814814814814, 0.2222222222222222, 0.5555555555555556, 0.7037037037037037, 0.9516908212560387, 1, 1 })]
    public void QuantileScores_Uniform_AsReference(int knots, double[] expected) =>
        AssertClose(expected, Apply(new QuantileScores { Knots = knots }, Trained, Others));

    [Fact]
    public void QuantileScores_Normal_AsReference()
    {
        // The reference takes a share that is smaller by one unit in the last place of 1 for the ends.
        const double EndTolerance = 1e-8;

        var found = Apply(new QuantileScores { Knots = 5, Shape = ScoreShape.Normal }, Trained, Others);

        AssertClose([-0.9328891732059703, -0.7260040996630459, 0, 0.28221614706250797, 1.81077660860448], found[2..7]);
        AssertClose([-5.199337582605575, -5.199337582605575, 5.19933758270342, 5.19933758270342], [.. found[..2], .. found[7..]], EndTolerance);
    }

    [Fact]
    public void QuantileScores_EqualWeights_AsNone() =>
        Assert.Equal(Apply(new QuantileScores { Knots = 5 }, Trained, Others), Apply(new QuantileScores { Knots = 5 }, Trained, Others, [.. Trained.Select(_ => 0.3)]));

    [Fact]
    public void QuantileScores_AnyNumbers_NeverFalls() => Gen.Double[-1e6, 1e6].Array[2, 60].Sample(numbers =>
    {
        double[] others = [.. numbers.Order()];
        var found = Apply(new QuantileScores { Knots = 9 }, numbers, others);
        return found.All(score => score is >= 0 and <= 1) && found.Zip(found.Skip(1)).All(pair => pair.First <= pair.Second);
    });

    [Fact]
    public void QuantileScores_EndsOfTheRange_StayFinite() =>
        Assert.Equal([0, 0.5, 1], Apply(new QuantileScores(), [double.MinValue, double.MaxValue], [double.MinValue, 0, double.MaxValue]));

    [Theory]
    [InlineData(1e-7, -5.199337582192817)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(0.05, -1.6448536269514726)]
    [InlineData(0.3, -0.5244005127080407)]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.9999999, 5.199337582290662)]
    public void NormalQuantile_Shares_AsReference(double share, double expected) => Assert.Equal(expected, NormalQuantile.Of(share), 1e-14);

    [Fact]
    public void Power_Skewed_AsReference()
    {
        // The exponent of the reference ends a search with a tolerance of its own.
        const double SearchTolerance = 2e-5;

        AssertClose(
            [-11.11709701739982, -4.586761889076558, -1.053339248116131, 0, 2.007636159125566, 2.262898144725387, 7.331144549789699, 8.061564049364854],
            Apply(new Power(), Trained, Others[..8]), 10 * SearchTolerance);
        Assert.Equal(-0.24905575, YeoJohnson.Fit(new NumberColumn("x", [.. Trained.Select(Math.Exp)]).Values, null), SearchTolerance);
    }

    [Fact]
    public void Power_ConstantOrNone_ChangesNothing()
    {
        Assert.Equal([3.0, double.NaN, 7], Apply(new Power(), [5, 5], [3, double.NaN, 7]));
        Assert.Equal([3.0], Apply(new Power(), [double.NaN], [3]));
    }

    [Fact]
    public void Power_AnyNumbers_KeepsTheirOrder() => Gen.Double[-1e3, 1e3].Array[2, 40].Sample(numbers =>
    {
        var found = Apply(new Power(), numbers, [.. numbers.Order()]);
        return found.All(double.IsFinite) && found.Zip(found.Skip(1)).All(pair => pair.First <= pair.Second);
    });

    [Fact]
    public void Bins_Ordered_AsReference()
    {
        double[] squares = [.. Enumerable.Range(1, 12).Select(number => (double)number * number)];

        Assert.Equal([0, 0, 0, 1, 2, 3, 3], Apply(new Bins { Count = 4, Ordered = true }, squares, [0, 1, 14, 15, 50, 144, 999]));
    }

    [Fact]
    public void Bins_Category_NamedByEdges()
    {
        var made = (CategoryColumn)new Bins { Count = 3 }.Fit(new(Rows(1, 2, 3, 4))).Step.Apply(Rows(double.NegativeInfinity, 2, 3.5, double.NaN))["x"];

        Assert.Equal(["< 2", "2 to < 3", ">= 3"], made.Levels);
        Assert.Equal(["< 2", "2 to < 3", ">= 3", null], Enumerable.Range(0, 4).Select(made.Format));
    }

    [Fact]
    public void Bins_TwoValues_TwoBins()
    {
        Assert.Equal([0, 0, 1], Apply(new Bins { Ordered = true }, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], [0, 0.5, 1]));
        Assert.Equal([0, 0], Apply(new Bins { Ordered = true }, [4, 4], [3, 9]));
    }
}
