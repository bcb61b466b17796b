using CsCheck;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Tests.Prediction.Rules;

public sealed class ClassDecisionTests
{
    [Theory]
    [InlineData(0.29, 0)]
    [InlineData(0.3, 1)]
    [InlineData(0.31, 1)]
    public void Choose_Threshold_IsReachedFromItOn(double probability, int expected) =>
        Assert.Equal(expected, new ClassDecision { For = "f1", Threshold = 0.3 }.Choose([1 - probability, probability]));

    [Fact]
    public void Choose_ThresholdOfTheFirstClass_LooksAtTheFirst() =>
        Assert.Equal(0, new ClassDecision { For = "f1", Threshold = 0.2, Positive = 0 }.Choose([0.25, 0.75]));

    [Fact]
    public void Choose_Costs_AnswersTheLeastExpectedCost()
    {
        // To miss class 2 is dear: it is answered though the first is far more probable.
        var decision = new ClassDecision { For = "costs", Costs = [0, 1, 1, 1, 0, 1, 50, 50, 0] };

        Assert.Equal(2, decision.Choose([0.8, 0.15, 0.05]));
        Assert.Equal(0, decision.Choose([0.85, 0.149, 0.001]));
    }

    [Fact]
    public void Choose_CostsOfOneEach_IsTheMostProbable() =>
        Gen.Double[0, 1].Array[4].Where(shares => shares.Sum() > 0).Sample(raw =>
        {
            double[] shares = [.. raw.Select(share => share / raw.Sum())];
            double[] costs = [.. Enumerable.Range(0, 16).Select(cell => cell / 4 == cell % 4 ? 0.0 : 1)];
            var chosen = new ClassDecision { For = "costs", Costs = costs }.Choose(shares);
            Assert.True(shares[chosen] >= shares.Max() - 1e-12);
        });

    [Fact]
    public void Choose_CostsOfTwoClasses_IsTheThresholdTheyImply() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0.1, 10], Gen.Double[0.1, 10]).Sample((probability, falseAlarm, miss) =>
        {
            var threshold = falseAlarm / (falseAlarm + miss);
            if (Math.Abs(probability - threshold) > 1e-9)
            {
                Assert.Equal(probability > threshold ? 1 : 0, new ClassDecision { For = "costs", Costs = [0, falseAlarm, miss, 0] }.Choose([1 - probability, probability]));
            }
        });

    [Theory]
    [InlineData(0.5, null, 2, null)]
    [InlineData(1.5, null, 2, "a threshold is from 0 to 1, for one of two classes")]
    [InlineData(0.5, null, 3, "a threshold is from 0 to 1, for one of two classes")]
    [InlineData(null, null, 2, "a decision has either a threshold or costs")]
    [InlineData(0.5, new[] { 0.0, 1, 1, 0 }, 2, "a decision has either a threshold or costs")]
    [InlineData(null, new[] { 0.0, 1, 1, 0 }, 2, null)]
    [InlineData(null, new[] { 0.0, 1, 1 }, 2, "there are 3 costs for 2 classes; there is one finite cost for each truth and answer")]
    [InlineData(null, new[] { 0.0, double.NaN, 1, 0 }, 2, "there are 4 costs for 2 classes; there is one finite cost for each truth and answer")]
    public void Fault_SaysWhatIsWrong(double? threshold, double[]? costs, int classes, string? expected) =>
        Assert.Equal(expected, new ClassDecision { For = "x", Threshold = threshold, Costs = costs }.Fault(classes));
}
