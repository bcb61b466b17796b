using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Tests.Validation.Answering;
using Modelwright.Validation.Conformal;

namespace Modelwright.Tests.Validation.Conformal;

/// <summary>Sets hold the true class as often as they say, on simulated truth, whether or not the probabilities are right.</summary>
public sealed class SetFitTests
{
    [Theory]
    [InlineData(3, 100, 0.9, 1)]
    [InlineData(3, 1_000, 0.9, 1)]
    [InlineData(5, 1_000, 0.9, 3)]
    [InlineData(5, 1_000, 0.8, 0.3)]
    [InlineData(20, 1_000, 0.9, 1)]
    public void Fit_SimulatedTruth_HoldsItAtLeastAsOftenAsSaid(int classes, int rows, double level, double power)
    {
        const int Runs = 80;
        var shares = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var rule = SetFit.Fit(SimulatedAnswers.Many(rows, classes, (2 * run) + 1, power), level)!;
            shares[run] = Measure(rule, SimulatedAnswers.Many(400, classes, (2 * run) + 2, power)).Held;
        }

        var error = Math.Sqrt(shares.Select(share => Math.Pow(share - shares.Average(), 2)).Sum() / Runs / (Runs - 1));
        Assert.InRange(shares.Average(), level - (2 * error), level + 0.025);
    }

    [Fact]
    public void Fit_ModelThatIsRightOftenEnough_AnswersOneClass()
    {
        var (answers, _) = SimulatedAnswers.Two(2_000, 1, truth => truth);
        var rule = SetFit.Fit(answers, 0.6)!;
        var (held, size) = Measure(rule, answers);

        Assert.Equal(1, size);
        Assert.True(held > 0.6);
    }

    [Fact]
    public void Fit_HigherLevel_MakesLargerSets()
    {
        var answers = SimulatedAnswers.Many(3_000, 6, 2, 1);
        double[] sizes = [.. new[] { 0.7, 0.8, 0.9, 0.95, 0.99 }.Select(level => Measure(SetFit.Fit(answers, level)!, answers).Size)];

        Assert.Equal(sizes.Order(), sizes);
        Assert.True(sizes[^1] > sizes[0] + 1);
    }

    [Fact]
    public void Fit_TooFewRows_IsNone() => Assert.Null(SetFit.Fit(SimulatedAnswers.Many(8, 3, 1, 1), 0.9));

    private static (double Held, double Size) Measure(ClassSetRule rule, ClassAnswers answers)
    {
        var (width, held, size) = (answers.Classes.Count, 0.0, 0.0);
        for (var row = 0; row < answers.Count; row++)
        {
            var shares = answers.Probabilities.AsSpan(row * width, width);
            held += rule.Holds(shares, answers.Truth[row]) ? 1 : 0;
            for (var place = 0; place < width; place++)
            {
                size += rule.Holds(shares, place) ? 1 : 0;
            }
        }

        return (held / answers.Count, size / answers.Count);
    }
}
