using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Tests.Validation.Answering;
using Modelwright.Validation.Conformal;

namespace Modelwright.Tests.Validation.Conformal;

/// <summary>Intervals hold the truth as often as they say, on simulated truth.</summary>
public sealed class IntervalFitTests
{
    private static readonly Dictionary<string, Func<Random, double, double>> Noises = new()
    {
        ["even"] = (random, _) => SimulatedAnswers.Normal(random),
        ["growing"] = (random, answer) => (0.2 + answer) * SimulatedAnswers.Normal(random),
        ["skewed"] = (random, _) => -Math.Log(1 - random.NextDouble()) - 1,
        ["heavy"] = (random, _) => SimulatedAnswers.Normal(random) / Math.Sqrt(Math.Max(0.05, random.NextDouble())),
        ["whole"] = (random, _) => random.Next(-2, 3),
    };

    public static TheoryData<string, int, double> Cases
    {
        get
        {
            var data = new TheoryData<string, int, double>();
            foreach (var noise in Noises.Keys)
            {
                data.Add(noise, 60, 0.9);
                data.Add(noise, 250, 0.9);
                data.Add(noise, 1_000, 0.9);
                data.Add(noise, 1_000, 0.8);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_SimulatedTruth_HoldsItAtLeastAsOftenAsSaid(string noise, int rows, double level)
    {
        const int Runs = 120;
        const int Fresh = 400;
        var shares = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random((1000 * run) + rows);
            var rule = IntervalFit.Fit(Draw(random, rows, Noises[noise]), SimulatedAnswers.Folds(rows), level)!;
            shares[run] = Held(rule, Draw(random, Fresh, Noises[noise]));
        }

        // What is drawn together shares a rule, so runs and not rows are counted. To choose the narrowest way costs a little.
        var error = Math.Sqrt(shares.Select(share => Math.Pow(share - shares.Average(), 2)).Sum() / Runs / (Runs - 1));
        Assert.InRange(shares.Average(), level - (2 * error) - (rows < 250 ? 0 : 0.003), noise == "whole" ? 1 : level + 0.025);
    }

    [Fact]
    public void Fit_NoiseThatGrows_IsNarrowerThanOneWidthAndHoldsInEachHalf()
    {
        var random = new Random(7);
        var rule = IntervalFit.Fit(Draw(random, 4_000, Noises["growing"]), SimulatedAnswers.Folds(4_000), 0.9)!;
        var fresh = Draw(random, 40_000, Noises["growing"]);
        int[] low = [.. Enumerable.Range(0, fresh.Count).Where(row => fresh.Predicted[row] < 2)];
        int[] high = [.. Enumerable.Range(0, fresh.Count).Where(row => fresh.Predicted[row] >= 2)];

        Assert.NotEmpty(rule.At);
        Assert.InRange(Held(rule, (NumberAnswers)fresh.Take(low)), 0.88, 0.92);
        Assert.InRange(Held(rule, (NumberAnswers)fresh.Take(high)), 0.88, 0.92);
        Assert.True(rule.Around(0.5).Upper - rule.Around(0.5).Lower < 0.5 * (rule.Around(3.5).Upper - rule.Around(3.5).Lower));
    }

    [Fact]
    public void Fit_SkewedNoise_ReachesFurtherToOneSide()
    {
        var rule = IntervalFit.Fit(Draw(new Random(8), 4_000, Noises["skewed"]), SimulatedAnswers.Folds(4_000), 0.9)!;

        Assert.True(rule.Above > 1.3 * rule.Below);
    }

    [Fact]
    public void Fit_EvenNoise_IsOfOneWidthAndRight()
    {
        var rule = IntervalFit.Fit(Draw(new Random(9), 20_000, Noises["even"]), SimulatedAnswers.Folds(20_000), 0.9)!;

        // 1.645 standard deviations to each side hold 90 % of a normal distribution.
        Assert.Empty(rule.At);
        Assert.InRange(rule.Above, 1.60, 1.69);
        Assert.Equal(rule.Above, rule.Below);
    }

    [Fact]
    public void Fit_PerfectAnswers_HaveNoWidth()
    {
        double[] numbers = [.. Enumerable.Range(0, 300).Select(row => (double)row)];
        var rule = IntervalFit.Fit(new(numbers, numbers), SimulatedAnswers.Folds(300), 0.9)!;

        Assert.Equal(new Interval(5, 5), rule.Around(5));
    }

    [Fact]
    public void Fit_TooFewRows_IsNone() => Assert.Null(IntervalFit.Fit(Draw(new Random(1), 8, Noises["even"]), SimulatedAnswers.Folds(8), 0.9));

    [Fact]
    public void Fit_OneFold_StillScales()
    {
        var rule = IntervalFit.Fit(Draw(new Random(10), 2_000, Noises["growing"]), new int[2_000], 0.9)!;

        Assert.InRange(Held(rule, Draw(new Random(11), 20_000, Noises["growing"])), 0.88, 0.92);
    }

    private static NumberAnswers Draw(Random random, int rows, Func<Random, double, double> noise)
    {
        double[] predicted = [.. Enumerable.Range(0, rows).Select(_ => 4 * random.NextDouble())];
        return new([.. predicted.Select(answer => answer + noise(random, answer))], predicted);
    }

    private static double Held(IntervalRule rule, NumberAnswers answers) => answers.Predicted
        .Zip(answers.Truth, (answer, truth) => rule.Around(answer) is var interval && truth >= interval.Lower && truth <= interval.Upper ? 1.0 : 0)
        .Average();
}
