using Modelwright.Core.Learning;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

public sealed class PartitionChoiceTests
{
    private static readonly LabelledRows Few = SmallTables.LabelledClasses(600);

    [Theory]
    [InlineData(60 * 0.19 / 8, 8)]
    [InlineData(60 * 0.21 / 8, 6)]
    [InlineData(60 * 0.29 / 6, 6)]
    [InlineData(60 * 0.31 / 6, 4)]
    [InlineData(60 * 0.49 / 4, 4)]
    [InlineData(60 * 0.51 / 4, 1)]
    public void Choose_CostOfTheFirstRound_AsManyFoldsAsTheBudgetBears(double seconds, int folds) =>
        Assert.Equal(folds, Of(Few, seconds).Folds);

    [Theory]
    [InlineData(600, 0.2)]
    [InlineData(7_500, 0.2)]
    [InlineData(10_000, 0.15)]
    [InlineData(15_000, 0.1)]
    [InlineData(250_000, 0.1)]
    [InlineData(500_000, 0.05)]
    public void Choose_OnePart_HoldsOutEnoughToChooseByAndNoMore(int rows, double share)
    {
        var plan = Of(SmallTables.LabelledClasses(rows), seconds: 1000);

        Assert.Equal(1, plan.Folds);
        Assert.Equal(share, plan.TestShare, 1e-12);
    }

    [Fact]
    public void Choose_APersonAskedForFolds_CostsDoNotCount() =>
        Assert.Equal(5, PartitionChoice.Choose(Few, Learners(1e6), budget: 60, threads: 1, folds: 5).Folds);

    // Seconds of one fold.
    private static PartitionPlan Of(LabelledRows rows, double seconds) => PartitionChoice.Choose(rows, Learners(seconds), budget: 60, threads: 1, folds: null);

    private static ILearner[] Learners(double seconds) =>
    [
        new ShareLearner("baseline", isBaseline: true) { Cost = new(1e6, 1) },
        new ShareLearner("absent") { Cost = new(1e6, 1), Unavailable = "Not here." },
        new ShareLearner("one") { Cost = new(seconds, 1) },
    ];
}
