using CsCheck;
using Modelwright.Validation.Conformal;

namespace Modelwright.Tests.Validation.Conformal;

public sealed class ConformalQuantileTests
{
    [Theory]
    [InlineData(9, 0.9, 9)]
    [InlineData(10, 0.9, 10)]
    [InlineData(19, 0.9, 18)]
    [InlineData(99, 0.9, 90)]
    [InlineData(99, 0.95, 95)]
    [InlineData(8, 0.9, double.PositiveInfinity)]
    [InlineData(0, 0.9, double.PositiveInfinity)]
    public void Of_Ranks_IsTheOneThatOneMoreRowNeeds(int rows, double level, double expected) =>
        Assert.Equal(expected, ConformalQuantile.Of([.. Enumerable.Range(1, rows).Select(rank => (double)rank).Reverse()], null, level));

    [Fact]
    public void Of_EqualWeights_AreNoWeights() =>
        Gen.Select(Gen.Double[-5, 5].Array[20, 60], Gen.Double[0.1, 9]).Sample((scores, weight) =>
            Assert.Equal(ConformalQuantile.Of(scores, null, 0.9), ConformalQuantile.Of(scores, [.. scores.Select(_ => weight)], 0.9)));

    [Fact]
    public void Of_WeightOfZero_IsARemovedRow() =>
        Gen.Double[-5, 5].Array[20, 60].Sample(scores => Assert.Equal(
            ConformalQuantile.Of(scores[1..], null, 0.8),
            ConformalQuantile.Of(scores, [0, .. scores[1..].Select(_ => 1.0)], 0.8)));

    [Fact]
    public void Of_AnyScores_HoldsOneMoreRowAtLeastAsOften()
    {
        // Exchangeable rows with ties: the new row is within the quantile of the others at least at the level.
        var random = new Random(1);
        const int Runs = 20_000;
        var within = 0;
        for (var run = 0; run < Runs; run++)
        {
            double[] scores = [.. Enumerable.Range(0, 26).Select(_ => Math.Floor(12 * random.NextDouble()))];
            within += scores[0] <= ConformalQuantile.Of(scores[1..], null, 0.8) ? 1 : 0;
        }

        Assert.InRange((double)within / Runs, 0.8 - (2 * Math.Sqrt(0.16 / Runs)), 0.9);
    }

    [Fact]
    public void TooFew_SaysWhatToDo() => Assert.Equal(
        "There are no prediction intervals or sets: 8 out-of-fold answers are too few to hold the truth in 0.9 of the rows. Bring more rows, or ask for less with --coverage.",
        ConformalQuantile.TooFew(8, 0.9));
}
