using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

public sealed class StackingTests
{
    private static Training Told(int rows) => new(Rows(rows), "y")
    {
        Learners = new LearnerCatalog().Add(new LayerLearner()),
        Task = LearningTask.Regression,
        Trials = 1,
        Folds = 6,
        Threads = 2,
    };

    private static Table Rows(int count)
    {
        var random = new Random(3);
        double[] Drawn() => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        var (one, two, noise) = (Drawn(), Drawn(), Drawn());
        return new([new NumberColumn("x1", one), new NumberColumn("x2", two), new NumberColumn("y", [.. one.Select((value, row) => value + two[row] + (0.1 * noise[row]))])]);
    }

    [Fact]
    public async Task Run_SecondLayerThatHelps_IsShippedTellsSoAndIsRepeatedByItsPlan()
    {
        var told = Told(2_600);
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var again = await (told with { Plan = run.Plan, Threads = 1 }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.IsType<NumberStackForm>(run.Package.Model.Form);
        Assert.True(run.Evidence.Stacking!.IsKept);
        Assert.True(run.Evidence.Stacking.Stack < run.Evidence.Stacking.Blend);
        Assert.Equal("layers", run.Plan.Decision!.SecondLayer!.Learner);
        Assert.EndsWith(run.Evidence.Stacking.Reason, run.Evidence.Models[0].Meaning);
        Assert.StartsWith($"A second layer (Layers) over the members is part of it: on {run.Evidence.Stacking.Rows} rows that no fit had seen rmse is ", run.Evidence.Stacking.Reason);
        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
        Assert.Equal(["x1", "x2"], run.Evidence.Features.SelectMany(feature => feature.Columns).Distinct().Order());

        // The figure of the sealed rows is that of both layers: half of x2 is missing in it, all of it in the blend.
        Assert.InRange(run.Evidence.Figures[0].Value, 0.2, 0.35);
        Assert.Equal("sealed_holdout", run.Evidence.Figures[0].Data);
    }

    [Fact]
    public async Task Run_TestRowsInPlaceOfSealedOnes_FiguresComeFromTheRowsThatNoFitHadSeen()
    {
        var run = await (Told(2_600) with { TestRows = [.. Enumerable.Range(0, 300)] }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.True(run.Evidence.Stacking!.IsKept);
        var nested = run.Evidence.Figures.First(figure => figure.Data == "nested_out_of_fold");
        var test = run.Evidence.Figures.First(figure => figure.Data == "test");
        Assert.Equal(run.Evidence.Stacking.Rows, nested.Rows);
        Assert.Equal(run.Evidence.Stacking.Stack!.Value, nested.Value, 1e-12);
        Assert.InRange(test.Value, nested.Lower - 0.02, nested.Upper + 0.02);
        Assert.Contains("The figures come from these", run.Evidence.Models[0].Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FewRows_TriesNone()
    {
        var run = await Told(1_200).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Null(run.Evidence.Stacking);
        Assert.Null(run.Plan.Decision!.SecondLayer);
    }

    [Fact]
    public async Task Run_PlanWithBrokenSecondLayer_SaysWhatIsWrong()
    {
        var told = Told(1_200);
        var plan = (await told.RunAsync(stop: TestContext.Current.CancellationToken)).Plan;
        var broken = plan with { Decision = plan.Decision! with { SecondLayer = new() { Learner = "layers", Weight = 1.5, Seed = 1, PartitionSeed = 0, Parameters = [] } } };
        string[] faults = [.. PlanFaults.Of(broken)];
        Assert.Equal(
            [
                "the second layer of the decision has the weight 1.5; its share of the answer is above 0 and at most 1. Mend it, or take 'decision' out of the plan to search anew.",
                "the second layer of the decision has no setting, or null in one. Mend it, or take 'decision' out of the plan to search anew.",
            ],
            faults);
    }
}
