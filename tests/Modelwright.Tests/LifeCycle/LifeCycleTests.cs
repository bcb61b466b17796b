using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

public sealed class LifeCycleTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private static Training Told(Table table, string target = "churned") => new(table, target) { Learners = Learners, Trials = 3, Threads = 2 };

    [Fact]
    public async Task Run_FewRows_QuotesNestedFiguresAndShipsTheValidatedMean()
    {
        var run = await Told(SmallTables.Classes(300)).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal("nested_out_of_fold", run.Headline.Data);
        Assert.Equal("roc_auc", run.Headline.Metric);
        Assert.InRange(run.Headline.Value, 0.85, 1);
        Assert.InRange(run.Headline.Value, run.Headline.Lower, run.Headline.Upper);
        Assert.Equal(0, run.Evidence.Rows.SealedHoldout);
        Assert.Equal(300, run.Evidence.Rows.Shipped);
    }

    [Fact]
    public async Task Run_ManyRows_SealsAFifthAndRefitsOnAll()
    {
        var run = await Told(SmallTables.Classes(2_400)).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal("sealed_holdout", run.Headline.Data);
        Assert.Equal("validated", run.Headline.Model);
        Assert.Equal(run.Evidence.Rows.SealedHoldout, run.Headline.Rows);
        Assert.Equal(2_400, run.Evidence.Rows.Development + run.Evidence.Rows.SealedHoldout);
        Assert.Equal(2_400, run.Evidence.Rows.Shipped);
        Assert.Equal(["validated", "shipped"], run.Evidence.Models.Select(model => model.Name));
    }

    [Fact]
    public async Task Run_Numbers_BeatsTheBaseline()
    {
        var run = await Told(SmallTables.Numbers(300), "answer").RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal("regression", run.Evidence.Task);
        Assert.Equal("rmse", run.Headline.Metric);
        var baseline = run.Leaderboard.Single(entry => entry.Trial == 0);
        Assert.True(run.Headline.Value < 0.2 * baseline.Score);
    }

    [Fact]
    public async Task Run_TestRows_AreOutOfEverythingButTheLastFigure()
    {
        var table = SmallTables.Classes(300);
        var told = Told(table) with { TestRows = [.. Enumerable.Range(0, 50)] };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var apart = await Told(table.Take([.. Enumerable.Range(50, 250)])).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal(50, run.Evidence.Figures.Last(figure => figure.Data == "test").Rows);
        Assert.Equal(apart.Package.ModelId, run.Package.ModelId);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(2_400)]
    public async Task Run_OneThreadOrTwo_SameModelId(int rows)
    {
        var told = Told(SmallTables.Classes(rows)) with { Trials = 5 };
        var one = await (told with { Threads = 1 }).RunAsync(stop: TestContext.Current.CancellationToken);
        var two = await (told with { Threads = 2 }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal(one.Package.ModelId, two.Package.ModelId);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(2_400)]
    public async Task Run_FinishedPlan_RepeatsTheModelId(int rows)
    {
        var told = Told(SmallTables.Classes(rows));
        var first = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var plan = Documents.ReadPlan(Documents.Write(first.Plan), "plan.json");
        var again = await (told with { Plan = plan, Target = null }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal(first.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_NamedSteps_AreInThePlanAndRepeatExactly()
    {
        const string Steps = "clip:age,quantile:income,arithmetic:age/income(operations=ratio),group_aggregates:income/plan";
        var told = Told(SmallTables.Classes(300)) with { Steps = Steps };

        var first = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var plain = await (told with { Steps = null }).RunAsync(stop: TestContext.Current.CancellationToken);
        var plan = Documents.ReadPlan(Documents.Write(first.Plan), "plan.json");
        var again = await (told with { Plan = plan, Target = null, Steps = null }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(Steps, plan.Steps);
        Assert.Equal(first.Package.ModelId, again.Package.ModelId);
        Assert.NotEqual(plain.Package.ModelId, first.Package.ModelId);
        Assert.Null(plain.Plan.Steps);
    }

    [Fact]
    public async Task Run_OnlyAVariant_IsTheOnlyOneTried()
    {
        var run = await (Told(SmallTables.Classes(300)) with { Steps = "plain", Trials = 6 }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.All(run.Plan.Decision!.Members, member => Assert.Equal("plain", member.Features));
    }

    [Fact]
    public async Task Run_StepsThatAskForNoColumn_SaysSoBeforeAnyTrial()
    {
        var told = Told(SmallTables.Classes(300)) with { Steps = "clip:aeg+churned" };

        var error = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal(
            "--steps, 'clip:aeg+churned': there is no feature column 'aeg'. Did you mean 'age'? Check the spelling (case matters), and that it is neither ignored nor used up by a step before.\n" +
            "--steps, 'clip:aeg+churned': there is no feature column 'churned'. There are: 'age', 'income', 'plan'. Check the spelling (case matters), and that it is neither ignored nor used up by a step before.",
            error.Message);
    }

    [Fact]
    public async Task Run_StepsOfAPlanThatCannotBe_ComeWithTheOtherFaults()
    {
        var plan = new TrainingPlan { Task = LearningTask.Classification, Target = "churned", Metric = "roc_auc", Columns = [], Steps = "clip(lower=0.9;upper=0.1)" };
        var told = Told(SmallTables.Classes(300)) with { Plan = plan, Threads = 0 };

        var error = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal(
            "Threads must be 1 or more. Got 0. Leave it out for one a processor.\n" +
            "--steps, 'clip(lower=0.9;upper=0.1)': lower is 0.9 and upper 0.1, so nothing lies between them. Make upper the larger of the two.",
            error.Message);
    }

    [Fact]
    public async Task Run_Features_AreInTheEvidenceWithTheirColumns()
    {
        var run = await (Told(SmallTables.Classes(300)) with { Steps = "arithmetic:age/income(operations=ratio)" }).RunAsync(stop: TestContext.Current.CancellationToken);

        var features = run.Evidence.Features;
        Assert.Contains("age/income", features.Single(group => group.Columns is ["age", "income"]).Names);
        Assert.Equal(["age", "income", "plan"], features.SelectMany(group => group.Columns).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_OtherSeed_OtherModelId()
    {
        var told = Told(SmallTables.Classes(300));
        var first = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var other = await (told with { Seed = 1 }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.NotEqual(first.Package.ModelId, other.Package.ModelId);
    }

    [Fact]
    public async Task Run_Stopped_KeepsTheBestSoFar()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Listener(report =>
        {
            if (report.Leaderboard.Count >= 2)
            {
                stop.Cancel();
            }
        });
        var run = await (Told(SmallTables.Classes(2_400)) with { Trials = 100 }).RunAsync(progress, stop.Token);
        Assert.True(run.Stopped);
        Assert.Contains("the run was stopped", run.Evidence.Models[1].Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RefitOutOfMemory_ShipsTheValidatedModel()
    {
        const int Folds = 4;
        var fits = 0;
        var learner = new ShareLearner("large") { OnFit = _ => Throw(++fits > Folds) };
        var told = Told(SmallTables.Classes(2_400)) with { Learners = new LearnerCatalog().Add(learner), Trials = 1, Threads = 1, Folds = Folds };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Contains("the memory did not suffice", run.Evidence.Models[1].Meaning, StringComparison.Ordinal);
        Assert.Equal(run.Evidence.Rows.Development, run.Evidence.Rows.Shipped);
    }

    private static void Throw(bool isFull)
    {
        if (isFull)
        {
            throw new InsufficientMemoryException();
        }
    }

    [Fact]
    public async Task Run_MissingTargets_AreLeftOutAndCounted()
    {
        var table = SmallTables.Classes(300);
        var target = (CategoryColumn)table["churned"];
        int[] codes = [.. Enumerable.Range(0, 300).Select(row => row < 7 ? CategoryColumn.Missing : target.Codes.At(row))];
        var run = await Told(table.With(new CategoryColumn("churned", target.Levels, codes))).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal(7, run.Evidence.Rows.WithoutTarget);
        Assert.Equal(293, run.Evidence.Rows.Shipped);
    }

    [Fact]
    public async Task Run_WrongOptions_SaysAllAtOnce()
    {
        var told = Told(SmallTables.Classes(30)) with { Trials = 0, Threads = 0, Folds = 1, Budget = TimeSpan.FromMilliseconds(10) };
        var fault = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));
        Assert.Equal(
            """
            Budget must be at least 1 s. Got 0.01 s. Give it as '60s', '5m' or '1h'.
            Trials must be 1 or more. Got 0. Leave it out to let the budget decide.
            Threads must be 1 or more. Got 0. Leave it out for one a processor.
            Folds must be from 2 to 50. Got 1. Leave it out to let the size of the data decide.
            """,
            fault.Message);
    }

    [Fact]
    public async Task Run_TargetIsATime_SaysWhatToPredictInstead()
    {
        var table = SmallTables.Numbers(30).With(new TimeColumn("due", [.. Enumerable.Range(1, 30).Select(day => new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc).Ticks)]));
        var fault = await Assert.ThrowsAsync<OptionsException>(() => Told(table, "due").RunAsync(stop: TestContext.Current.CancellationToken));
        Assert.Equal("The target 'due' is a point in time. Predict a number instead, such as the days since a date of the same row.", fault.Message);
    }

    [Fact]
    public async Task Run_TaskWithoutLearners_IsNamed()
    {
        var told = Told(SmallTables.Classes(30)) with { Task = LearningTask.Control };
        var fault = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));
        Assert.Equal("The task 'control' cannot be trained by this release. Name one of: classification, regression, clustering, anomalies; with --task or in the plan.", fault.Message);
    }

    [Fact]
    public async Task Run_TestRowsOutside_AreNamed()
    {
        var told = Told(SmallTables.Classes(30)) with { TestRows = [3, 30, 3] };
        var fault = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));
        Assert.Equal(
            """
            Test row 30 is not in the data: it has rows 0 to 29 (counted from 0). Check the list of test rows.
            Test row 3 is named twice. Name each row once.
            """,
            fault.Message);
    }

    [Fact]
    public async Task Run_ConstantTarget_SaysThereIsNothingToLearn()
    {
        var table = SmallTables.Numbers(30).With(new NumberColumn("answer", Enumerable.Repeat(4.0, 30).ToArray()));
        var told = Told(table, "answer") with { Task = LearningTask.Regression };
        var fault = await Assert.ThrowsAsync<DataException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));
        Assert.Equal("Target 'answer' has the same value in all 30 rows: '4'. There is nothing to learn; bring rows with other values, or check that the right column is named.", fault.Message);
    }

    [Theory]
    [InlineData(29, "only the class 'a' has")]
    [InlineData(0, "no class has")]
    public async Task Run_ClassesOfOneRow_SaysThatOneIsLearnedAndOneJudged(int same, string which)
    {
        var table = SmallTables.Numbers(30).With(CategoryColumn.FromTexts("answer", [.. Enumerable.Range(0, 30).Select(row => row < same ? "a" : $"b{row}")]));
        var told = Told(table, "answer") with { Task = LearningTask.Classification };
        var fault = await Assert.ThrowsAsync<DataException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));
        Assert.Equal($"Target 'answer': {which} more than one of the 30 rows. A class is learned from one row and judged by another; bring more rows of the other classes.", fault.Message);
    }

    [Fact]
    public async Task Run_MetricOfAnotherTask_ListsThoseThatFit()
    {
        var told = Told(SmallTables.Classes(30)) with { Metric = "rmse" };
        var fault = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));
        Assert.StartsWith("Metric 'rmse' is for regression, the task is classification. Choose one of: accuracy, ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ClassWeights_MoveTheAnswers()
    {
        var told = Told(SmallTables.Classes(300)) with { Only = ["linear"], Trials = 1 };
        var plain = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var heavy = await (told with { ClassWeights = new Dictionary<string, double> { ["yes"] = 20 } }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.True(Recall(heavy) > Recall(plain));

        static double Recall(TrainingRun run) => run.Evidence.Figures.Single(figure => figure.Metric == "recall").Value;
    }

    [Fact]
    public void ClassWeighting_Balanced_MakesClassesCountTheSame()
    {
        var target = CategoryColumn.FromTexts("t", ["a", "a", "a", "b"]);
        Assert.Equal([4.0 / 6, 2.0], ClassWeighting.Of(new Dictionary<string, double> { ["balanced"] = 1 }, target)!);
    }

    [Fact]
    public void ClassWeighting_WrongNamesAndValues_AreAllNamed()
    {
        var target = CategoryColumn.FromTexts("t", ["yes", "no"]);
        var told = new Dictionary<string, double> { ["yse"] = 2, ["no"] = -1 };
        var fault = Assert.Throws<OptionsException>(() => ClassWeighting.Of(told, target));
        Assert.Equal(
            """
            Class weights name 'yse', which does not occur in the target. Did you mean 'yes'? There are: no, yes; or use 'balanced' alone.
            The weight of class 'no' must be above 0. Got -1. Give 2 to count its rows twice.
            """,
            fault.Message);
    }

    private sealed class Listener(Action<TrainingProgress> hear) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => hear(value);
    }
}
