using Modelwright.Measures;
using Modelwright.Tests.Validation.Answering;
using Modelwright.Validation.Curves;

namespace Modelwright.Tests.Validation.Curves;

public sealed class LearningCurveFitTests
{
    private static readonly int[] Rows = [125, 250, 500, 1_000];

    [Theory]
    [InlineData(0.2, 5, 0.5)]
    [InlineData(0, 3, 1)]
    [InlineData(1, 2, 0.3)]
    public void PowerLaw_OfExactLosses_IsFoundAgain(double floor, double height, double power)
    {
        var law = new PowerLaw(floor, height, power);
        double[] rows = [100, 200, 400, 800];
        var found = PowerLaw.Fit(rows, [.. rows.Select(law.At)]);

        Assert.Equal(law.At(1_600), found.At(1_600), 1e-9);
        Assert.Equal(power, found.Power);
    }

    [Fact]
    public void PowerLaw_LossThatDoesNotFall_IsFlat() => Assert.Equal(0, PowerLaw.Fit([100, 200, 400], [1, 1.1, 1.2]).Height);

    [Fact]
    public void Of_ErrorThatFallsWithRows_IntervalHoldsWhatTwiceAsManyGive()
    {
        // The squared error is 1 + 100 / rows: twice the last 1,000 rows take 0.05 off, 0.0238 of its root.
        var truth = Math.Sqrt(1.1) - Math.Sqrt(1.05);
        const int Runs = 60;
        var held = 0;
        for (var run = 0; run < Runs; run++)
        {
            var curve = LearningCurveFit.Of(BuiltInMetrics.Get("rmse"), "any", Points(run, rows => 100.0 / rows), groups: null, seed: run);
            held += curve.GainLower <= truth && truth <= curve.GainUpper ? 1 : 0;
        }

        Assert.InRange((double)held / Runs, 0.85, 1);
    }

    [Fact]
    public void Of_ErrorThatNoRowTakesAway_SaysThatItIsInDoubt()
    {
        var curve = LearningCurveFit.Of(BuiltInMetrics.Get("rmse"), "any", Points(1, _ => 0.2), groups: null, seed: 1);

        Assert.True(curve.GainLower <= 1e-12);
        Assert.StartsWith("Whether more rows would help is in doubt: with twice as many rmse would be about ", curve.Meaning, StringComparison.Ordinal);
        Assert.Equal(2_000, curve.DoubledRows);
    }

    [Fact]
    public void Of_ErrorThatFallsFast_SaysHowFarItWouldGo()
    {
        var curve = LearningCurveFit.Of(BuiltInMetrics.Get("rmse"), "any", Points(2, rows => 2_000.0 / rows), groups: null, seed: 2);

        Assert.True(curve.Gain > 0 && curve.DoubledScore < curve.Points[^1].Score);
        Assert.Matches("^Twice as many rows would move rmse from [0-9.]+ to about [0-9.]+ \\([0-9.]+ to [0-9.]+\\)\\.$", curve.Meaning);
    }

    // Noise that no model takes away, the same for every part, and an error of its own that gets smaller.
    private static (int Rows, Answers Answers)[] Points(int seed, Func<int, double> variance)
    {
        const int Scored = 800;
        var random = new Random(seed);
        double[] truth = [.. Enumerable.Range(0, Scored).Select(_ => SimulatedAnswers.Normal(random))];
        double[] lean = [.. Enumerable.Range(0, Scored).Select(_ => SimulatedAnswers.Normal(random))];
        return [.. Rows.Select(rows => (rows, (Answers)new NumberAnswers(truth, [.. lean.Select(one => Math.Sqrt(variance(rows)) * one)])))];
    }
}
