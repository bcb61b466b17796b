using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Prediction;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

/// <summary>Calibration, decisions, intervals and sets from the rows to the package and back.</summary>
public sealed class AnsweringTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private static readonly Dictionary<string, IReadOnlyDictionary<string, double>> Costs = new()
    {
        ["yes"] = new Dictionary<string, double> { ["no"] = 20 },
        ["no"] = new Dictionary<string, double> { ["yes"] = 1 },
    };

    public static TheoryData<string, int> Ways
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var way in new[] { "temperature", "platt", "isotonic", "threshold", "costs", "coverage" })
            {
                data.Add(way, 300);
                data.Add(way, 2_400);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Run_FinishedPlan_RepeatsTheModelIdAndTheRules(string way, int rows)
    {
        var told = Told(SmallTables.Classes(rows)) with { Answering = Plan(way) };
        var first = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var plan = Documents.ReadPlan(Documents.Write(first.Plan), "plan.json");
        var again = await (told with { Plan = plan, Target = null, Answering = null }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(first.Package.ModelId, again.Package.ModelId);
        Assert.Equal(first.Package.Model.Rules.Sets, again.Package.Model.Rules.Sets);
        Assert.Equal(way is "threshold" or "costs", again.Package.Model.Rules.Decision is not null);
        Assert.Equal(way is "temperature" or "platt" or "isotonic", again.Package.Model.Form is ClassCalibratedForm);
    }

    [Fact]
    public async Task Run_Costs_DecideTheLabelAndTheFiguresAndSayWhatTheyAreWorth()
    {
        var told = Told(SmallTables.Classes(2_400)) with { Metric = "accuracy" };
        var plain = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var run = await (told with { Answering = Plan("costs") }).RunAsync(stop: TestContext.Current.CancellationToken);
        var worth = run.Evidence.Decision!;

        Assert.Equal(("costs", "sealed_holdout", "yes"), (worth.For, worth.Data, worth.SingleAnswer));
        Assert.True(worth.SavingPerThousand!.Lower > 0);
        Assert.True(Recall(run) > Recall(plain));
        using var predictor = new Predictor(run.Package);
        var predictions = predictor.Predict(SmallTables.Classes(500, seed: 2));
        Assert.All(Enumerable.Range(0, 500), row => Assert.Equal(predictions[row].Probability("yes") > 1 / 21.0 ? "yes" : "no", predictions.Label(row)));

        static double Recall(TrainingRun run) => run.Evidence.Figures.Single(figure => figure.Metric == "recall").Value;
    }

    [Theory]
    [InlineData(400)]
    [InlineData(2_400)]
    public async Task Run_Numbers_IntervalsHoldTheTruthOfRowsNeverSeen(int rows)
    {
        const int Fresh = 4_000;
        var run = await (Told(SmallTables.Numbers(rows), "answer") with { TestRows = [] }).RunAsync(stop: TestContext.Current.CancellationToken);
        var measured = run.Evidence.Intervals.Single();
        var evaluation = Evaluation.Of(run.Package, SmallTables.Numbers(Fresh, seed: 9), cancellation: TestContext.Current.CancellationToken).Intervals!;

        Assert.Equal(("interval", rows < 2_000 ? "nested_out_of_fold" : "sealed_holdout", 0.9), (measured.Kind, measured.Data, measured.Level));
        Assert.InRange(measured.Coverage, 0.9 - (2 * measured.StandardError), 1);
        Assert.Equal((Fresh, "evaluation"), (evaluation.Rows, evaluation.Data));

        // Of the rule itself the spread is that of a quantile of its rows.
        Assert.InRange(evaluation.Coverage, 0.9 - (2 * Math.Sqrt(0.09 / rows)), 0.97);
        Assert.Equal(evaluation.MeanWidth!.Value, measured.MeanWidth!.Value, 0.25 * evaluation.MeanWidth.Value);
    }

    [Fact]
    public async Task Run_TestRows_AreMeasuredWithTheShippedModel()
    {
        var run = await (Told(SmallTables.Classes(700)) with { TestRows = [.. Enumerable.Range(0, 200)] }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(["nested_out_of_fold", "test"], run.Evidence.Intervals.Select(intervals => intervals.Data));
        Assert.Equal(200, run.Evidence.Intervals[1].Rows);
        Assert.Equal("set", run.Evidence.Intervals[1].Kind);
    }

    [Fact]
    public async Task Run_BalancedClassWeights_AreNotCalibratedAway()
    {
        var weights = new Dictionary<string, double> { ["balanced"] = 1 };
        var run = await (Told(SmallTables.Classes(600)) with { ClassWeights = weights }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal("none", run.Evidence.Calibration!.Method);
        Assert.Empty(run.Evidence.Calibration.Tried);
    }

    [Fact]
    public async Task Run_PlanFromBefore_RepeatsWithoutRules()
    {
        var told = Told(SmallTables.Classes(300));
        var first = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var old = first.Plan with { Decision = first.Plan.Decision! with { Answering = null } };
        var again = await (told with { Plan = old, Target = null }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.True(again.Package.Model.Rules.IsNone);
        Assert.DoesNotContain("answering", Documents.Write(again.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PlanWhoseAnsweringFitsNoModel_SaysSo()
    {
        var told = Told(SmallTables.Classes(300));
        var first = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var odd = first.Plan with { Decision = first.Plan.Decision! with { Answering = new() { Decision = new() { For = "costs", Costs = [1, 2, 3] } } } };
        var error = await Assert.ThrowsAsync<OptionsException>(() => (told with { Plan = odd, Target = null }).RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal(
            "The answering of the plan's decision does not fit the model: there are 3 costs for 2 classes; there is one finite cost for each truth and answer. Mend it, or take 'decision' out of the plan to search anew.",
            error.Message);
    }

    private static Training Told(Table table, string target = "churned") => new(table, target) { Learners = Learners, Trials = 2, Threads = 2 };

    private static AnsweringPlan Plan(string way) => way switch
    {
        "threshold" => new() { ThresholdFor = "f1", Calibration = "none" },
        "costs" => new() { Costs = Costs, Calibration = "none" },
        "coverage" => new() { Coverage = 0.8, Calibration = "none" },
        _ => new() { Calibration = way },
    };
}
