using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Tests.Validation.Answering;
using Modelwright.Validation.Deciding;

namespace Modelwright.Tests.Validation.Deciding;

public sealed class DecidingTests
{
    private static readonly string[] Classes = ["no", "yes"];

    private static readonly Dictionary<string, IReadOnlyDictionary<string, double>> Costs = new()
    {
        ["yes"] = new Dictionary<string, double> { ["no"] = 50 },
        ["no"] = new Dictionary<string, double> { ["yes"] = 5, ["no"] = -1 },
    };

    [Fact]
    public void CostMatrix_Named_IsTruthByTruthWithZerosForRightAnswers() => Assert.Equal([-1, 5, 50, 0], CostMatrix.Of(Costs, Classes));

    [Fact]
    public void CostMatrix_Faults_AreToldTogether()
    {
        var told = new Dictionary<string, IReadOnlyDictionary<string, double>>
        {
            ["yess"] = new Dictionary<string, double> { ["no"] = 50 },
            ["no"] = new Dictionary<string, double> { ["yes"] = double.NaN, ["maybe"] = 1 },
        };

        Assert.Equal(
            "The costs name 'yess' as a true class, which does not occur in the target. Did you mean 'yes'? There are: no, yes.\n" +
            "The costs name 'maybe' as an answer where 'no' is true, which does not occur in the target. There are: no, yes.\n" +
            "The cost of the answer 'yes' where 'no' is true must be a finite number. Got NaN. A gain is a cost below 0.\n" +
            "The costs do not say what the answer 'no' costs where 'yes' is true. Give a number for each wrong answer; a right answer that is left out costs 0.",
            Assert.Throws<OptionsException>(() => CostMatrix.Of(told, Classes)).Message);
    }

    [Fact]
    public void Threshold_RareClass_IsWhereTheMetricIsBest()
    {
        var (answers, _) = SimulatedAnswers.Two(3_000, 1, truth => truth * truth);
        var metric = BuiltInMetrics.Get("f1");
        var best = ThresholdFit.Fit(answers, metric);
        double Score(double threshold) => metric.Score(answers with { Decided = Labels(answers, new() { For = "f1", Threshold = threshold }) });

        Assert.True(Enumerable.Range(1, 99).All(percent => Score(percent / 100.0) <= Score(best.Threshold!.Value) + 0.005));
        Assert.True(Score(best.Threshold!.Value) > Score(0.5));
    }

    [Fact]
    public void Threshold_BalancedAccuracyOfHonestProbabilities_IsNearTheShareOfTheClass()
    {
        // What weighs both classes alike is best at the share of the positive class (Elkan 2001).
        var (answers, truth) = SimulatedAnswers.Two(50_000, 2, truth => truth);

        Assert.Equal(truth.Average(), ThresholdFit.Fit(answers, BuiltInMetrics.Get("balanced_accuracy")).Threshold!.Value, 0.06);
    }

    [Fact]
    public void Value_OfCosts_IsAgainstTheBestSingleAnswer()
    {
        var (answers, _) = SimulatedAnswers.Two(4_000, 3, truth => truth);
        var decision = new ClassDecision { For = "costs", Costs = [0, 1, 2, 0] };
        var labels = Labels(answers, decision);
        var value = DecisionValue.Of(answers with { Decided = labels }, decision, "sealed_holdout")!;
        double Cost(Func<int, int> answer) => 1000 * Enumerable.Range(0, answers.Count).Average(row => decision.Costs![(answers.Truth[row] * 2) + answer(row)]);

        Assert.Equal("yes", value.SingleAnswer);
        Assert.Equal(Cost(row => labels[row]), value.CostPerThousand!.Value, 1e-9);
        Assert.Equal(Cost(_ => 1), value.SingleCostPerThousand!.Value, 1e-9);
        Assert.Equal(value.SingleCostPerThousand.Value - value.CostPerThousand.Value, value.SavingPerThousand!.Value, 1e-9);
        Assert.True(value.SavingPerThousand.Lower > 0);
    }

    [Fact]
    public void Value_OfCosts_IntervalHoldsTheTruth()
    {
        const int Runs = 400;
        var decision = new ClassDecision { For = "costs", Costs = [0, 1, 4, 0] };
        var (all, _) = SimulatedAnswers.Two(400_000, 5, truth => truth);
        var truth = DecisionValue.Of(all with { Decided = Labels(all, decision) }, decision, "x")!.SavingPerThousand!.Value;
        var held = Enumerable.Range(0, Runs).Count(run =>
        {
            var (some, _) = SimulatedAnswers.Two(500, 100 + run, share => share);
            var saving = DecisionValue.Of(some with { Decided = Labels(some, decision) }, decision, "x")!.SavingPerThousand!;
            return saving.Lower <= truth && truth <= saving.Upper;
        });

        Assert.InRange((double)held / Runs, 0.92, 0.98);
    }

    private static int[] Labels(ClassAnswers answers, ClassDecision decision) =>
        [.. Enumerable.Range(0, answers.Count).Select(row => decision.Choose(answers.Probabilities.AsSpan(2 * row, 2)))];
}
