using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

public sealed class SampledSearchTests
{
    private const int Rows = 2_400;

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

    private static void Throw(bool isFull)
    {
        if (isFull)
        {
            throw new InsufficientMemoryException();
        }
    }
}
