using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Measures;
using Modelwright.Runtime.Packaging;
using Modelwright.Stress;
using Modelwright.Stress.Poisoning;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

/// <summary>A package's recipe is fitted again on other rows.</summary>
public sealed class PackageRefitTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private static async Task<Package> TrainAsync(Table table, string target) =>
        (await new Training(table, target) { Learners = Learners, Trials = 4, Threads = 2 }.RunAsync(stop: TestContext.Current.CancellationToken)).Package;

    private static PackageRefit RefitOf(Package package, bool isDeep = false) => PackageRefit.Of(package, Learners, isDeep, threads: 2).Refit!;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fit_RowsOfThePackage_AnswersOthersAboutAsWell(bool isDeep)
    {
        var (table, others) = (SmallTables.Classes(500), SmallTables.Classes(400, seed: 2));
        var package = await TrainAsync(table, "churned");
        var refit = RefitOf(package, isDeep);
        var rows = TrainingRows.Of(package, table);

        var answer = refit.Fit(rows, TestContext.Current.CancellationToken);
        var shipped = LabelledPackage.Of(package, others).Answer([.. Enumerable.Range(0, 400)], 1, TestContext.Current.CancellationToken).Answers;
        var auc = BuiltInMetrics.Get("roc_auc");

        Assert.Equal(500, rows.RowCount);
        Assert.InRange(auc.Score(answer(others, TestContext.Current.CancellationToken)), auc.Score(shipped) - 0.05, 1);
        Assert.StartsWith(isDeep ? "The recipe of the package in full." : "The heaviest member of the package alone, ", refit.Meaning, StringComparison.Ordinal);
        var again = refit.Fit(rows, TestContext.Current.CancellationToken)(others, TestContext.Current.CancellationToken);
        Assert.Equal(((ClassAnswers)answer(others, TestContext.Current.CancellationToken)).Probabilities, ((ClassAnswers)again).Probabilities);
    }

    [Fact]
    public async Task Fit_PoisonedRows_PoisoningStageMeasuresIt()
    {
        var package = await TrainAsync(SmallTables.Numbers(400), "answer");
        var refit = RefitOf(package);
        var labelled = LabelledPackage.Of(package, SmallTables.Numbers(300, seed: 2));
        var stop = TestContext.Current.CancellationToken;
        var model = new StressedModel(package.Model.Schema, labelled.Take(labelled.Known), labelled.Metric, (rows, cancellation) => labelled.With(rows).Answer([.. Enumerable.Range(0, rows.RowCount)], 1, cancellation).Answers, null, stop);

        var report = new PoisoningStage(model, refit.Fit, refit.Meaning, seed: 1).Run(refit.Sample(TrainingRows.Of(package, SmallTables.Numbers(400)), 1), null, () => false, stop);

        Assert.Empty(report.NotRun);
        Assert.Equal(7, report.Poisons.Count);
        Assert.True(report.Poisons.Single(score => score is { Poison: "label_flips", Share: 0.1 }).Score!.LostLower > 0);
    }

    [Fact]
    public async Task Sample_ManyRows_AreDrawnBySeed()
    {
        var package = await TrainAsync(SmallTables.Numbers(400), "answer");
        var many = TrainingRows.Of(package, SmallTables.Numbers(30_000));

        var some = RefitOf(package).Sample(many, 1);

        Assert.InRange(some.RowCount, 1_000, 20_000);
        Assert.Equal(many.RowCount, RefitOf(package, isDeep: true).Sample(many, 1).RowCount);
        Assert.Equal(some["first"].Format(999), RefitOf(package).Sample(many, 1)["first"].Format(999));
    }

    [Fact]
    public async Task Of_PackageThatCannotBeMadeAgain_SaysWhy()
    {
        var package = await TrainAsync(SmallTables.Numbers(200), "answer");

        Assert.Equal("The package does not say how its model is made again. Train it with this release.", PackageRefit.Of(package with { PlanJson = Undecided(package) }, Learners, false, 1).NotRun);
        Assert.StartsWith("Learner '", PackageRefit.Of(package, new LearnerCatalog(), false, 1).NotRun, StringComparison.Ordinal);
        Assert.StartsWith("plan.json of the package, line 1: this is not a plan: ", PackageRefit.Of(package with { PlanJson = "[" }, Learners, false, 1).NotRun, StringComparison.Ordinal);
    }

    private static string Undecided(Package package) =>
        Modelwright.Recording.Documents.Write(Modelwright.Recording.Documents.ReadPlan(package.PlanJson, "plan.json") with { Decision = null });

    [Fact]
    public async Task TrainingRows_WithoutATarget_AreRefused()
    {
        var package = await TrainAsync(SmallTables.Numbers(200), "answer");
        var empty = SmallTables.Numbers(20).With(new NumberColumn("answer", [.. Enumerable.Repeat(double.NaN, 20)]));

        Assert.Equal("--training: no row has a value in the target 'answer' that the model knows. Bring the rows that the model was trained on.", Assert.Throws<DataException>(() => TrainingRows.Of(package, empty)).Message);
    }
}
