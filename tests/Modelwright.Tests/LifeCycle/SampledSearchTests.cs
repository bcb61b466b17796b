using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

public sealed class SampledSearchTests
{
    private const int Rows = 2_400;
    private const int WideRows = 260_000;

    // Holds the rows for a fit, but not for the trials of a search.
    private const long Memory = (170L << 20) + 1_300_000;

    private static Training Told(LearnerCatalog learners) => new(SmallTables.Classes(Rows), "churned") { Learners = learners, Trials = 3, Threads = 2, Memory = Memory };

    [Fact]
    public async Task Run_MemoryHoldsAFitOnly_ChoosesOnASampleAndFitsOnAll()
    {
        var told = Told(new LearnerCatalog().AddBuiltIn());
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.InRange(run.Evidence.Rows.OutsideSearch, 100, Rows - 1_000);
        Assert.Equal(0, run.Evidence.Rows.LeftOutForMemory);
        Assert.Equal(Rows, run.Evidence.Rows.Development + run.Evidence.Rows.OutsideSearch + run.Evidence.Rows.SealedHoldout);
        Assert.Equal(Rows, run.Evidence.Rows.Shipped);
        Assert.Equal(0, run.Plan.Decision!.SampleRows);
        Assert.Equal("whole", run.Plan.Decision.Fit);
        var again = await (told with { Plan = Documents.ReadPlan(Documents.Write(run.Plan), "plan.json"), Target = null }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_FoldsOnASample_AreFittedAgainOnAllRows()
    {
        var told = Told(new LearnerCatalog().AddBuiltIn()) with { Folds = 3, Validation = new() { Scheme = "nested" } };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.InRange(run.Evidence.Rows.OutsideSearch, 100, Rows - 1_000);
        Assert.Equal(0, run.Evidence.Rows.SealedHoldout);
        Assert.Equal(Rows, run.Evidence.Rows.Shipped);
        Assert.Equal(("folds", 3, 0), (run.Plan.Decision!.Fit, run.Plan.Decision.Folds, run.Plan.Decision.SampleRows));
        Assert.Equal("The chosen recipe fitted again on all rows: the mean of one model a split.", run.Evidence.Models[1].Meaning);
        var again = await (told with { Plan = Documents.ReadPlan(Documents.Write(run.Plan), "plan.json"), Target = null }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_FoldsOnASampleWithoutARefit_SaysWhatTheyHaveSeen()
    {
        var fits = 0;
        var failing = new ShareLearner("large") { OnFit = _ => Throw(++fits > 3) };
        var run = await (Told(new LearnerCatalog().Add(failing)) with { Trials = 1, Folds = 3 }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal("The validated model itself, not fitted again on all rows: the memory did not suffice.", run.Evidence.Models[1].Meaning);
        Assert.Equal(run.Evidence.Rows.Development, run.Evidence.Rows.Shipped);
    }

    [Fact]
    public async Task Run_NoRefit_ShipsTheModelOfTheSampleWhichThePlanRepeats()
    {
        var fits = 0;
        var failing = new ShareLearner("large") { OnFit = _ => Throw(++fits > 1) };
        var told = Told(new LearnerCatalog().Add(failing)) with { Trials = 1 };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Contains("the memory did not suffice", run.Evidence.Models[1].Meaning, StringComparison.Ordinal);
        Assert.Equal(run.Evidence.Rows.Development, run.Plan.Decision!.SampleRows);
        Assert.Equal(run.Evidence.Rows.Development, run.Evidence.Rows.Shipped);
        var sound = told with { Learners = new LearnerCatalog().Add(new ShareLearner("large")), Plan = run.Plan, Target = null };
        var again = await sound.RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_CopiesDoNotFitButAFitOnThemAsTheyLieDoes_ShipsAModelOfAllRows()
    {
        var run = await Wide(new ShareLearner("lean"), missing: 0);

        Assert.Equal((0, WideRows), (run.Evidence.Rows.LeftOutForMemory, run.Evidence.Rows.Shipped));
        Assert.Equal("The chosen recipe fitted again on all rows: each member fitted once on them.", run.Evidence.Models[1].Meaning);
    }

    [Fact]
    public async Task Run_NoFitHoldsMoreThanTheSearchDid_ShipsTheModelOfTheSample()
    {
        var run = await Wide(new ShareLearner("greedy") { Cost = new(0.001, 1L << 40) }, missing: 0);

        Assert.Equal(run.Evidence.Rows.Development, run.Evidence.Rows.Shipped);
        Assert.Equal("The validated model itself, not fitted again on all rows: the memory holds no more rows in a fit.", run.Evidence.Models[1].Meaning);
    }

    [Fact]
    public async Task Run_RowsWithoutTargetAmongMany_TheOthersAreCopiedAsFarAsTheyFit()
    {
        var rows = (await Wide(new ShareLearner("lean"), missing: 10)).Evidence.Rows;

        Assert.Equal(10, rows.WithoutTarget);
        Assert.InRange(rows.LeftOutForMemory, 1_000, WideRows / 2);
        Assert.Equal(WideRows - 10 - rows.LeftOutForMemory, rows.Shipped);
    }

    // Twenty numbers a row: seven copies of all do not fit, their bins do.
    private static Task<TrainingRun> Wide(ShareLearner learner, int missing)
    {
        string?[] labels = [.. Enumerable.Range(0, WideRows).Select(row => row < missing ? null : row % 2 == 0 ? "no" : "yes")];
        double[] numbers = [.. Enumerable.Range(0, WideRows).Select(row => row * 7919.0 % 10_007)];
        var table = new Table([.. Enumerable.Range(0, 20).Select(column => new NumberColumn($"x{column}", [.. numbers.Select(number => number * (column + 1) % 10_009)])), CategoryColumn.FromTexts("y", labels)]);
        var told = new Training(table, "y") { Learners = new LearnerCatalog().Add(learner), Trials = 1, Threads = 2, Memory = 400L << 20 };
        return told.RunAsync(stop: TestContext.Current.CancellationToken);
    }

    private static void Throw(bool isFull)
    {
        if (isFull)
        {
            throw new InsufficientMemoryException();
        }
    }
}
