using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

/// <summary>What a person asks of the shipped model beside its score.</summary>
public sealed class LimitsTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private static Training Told(int rows = 300, int trials = 8) => new(SmallTables.Classes(rows), "churned") { Learners = Learners, Trials = trials, Threads = 2 };

    private static Task<TrainingRun> RunAsync(Training told) => told.RunAsync(stop: TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(300)]
    [InlineData(2400)]
    public async Task Run_Interpretable_ShipsOneModelThatCanBeReadAndRepeats(int rows)
    {
        var run = await RunAsync(Told(rows) with { Interpretable = true });
        var member = Assert.Single(run.Plan.Decision!.Members);
        Assert.Equal(Readability.Fully, Learners.Get(member.Learner).Info.Readability);
        Assert.Equal("plain", member.Features);
        Assert.Equal("whole", run.Plan.Decision.Fit);
        Assert.All(run.Leaderboard, entry => Assert.Equal(Readability.Fully, Learners.Get(entry.Learner).Info.Readability));
        Assert.NotEmpty(Assert.IsAssignableFrom<IReadable>(run.Package.Model.Form).Lines);
        Assert.True(run.Evidence.Limits is { Interpretable: true, AreKept: true });
        Assert.Equal(rows, run.Evidence.Models.Single(model => model.Name == "shipped").Rows);
        var repeated = await RunAsync(Told(rows) with { Plan = run.Plan, Threads = 1 });
        Assert.Equal(run.Package.ModelId, repeated.Package.ModelId);
        Assert.InRange(run.Headline.Value, 0.8, 1);
    }

    [Fact]
    public async Task Run_InterpretableOfLearnersThatAreNot_SaysWhatToDo()
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(Told() with { Interpretable = true, Only = ["random_forest", "extra_trees"] }));
        Assert.Equal("None of the learners to choose from is interpretable: random_forest, extra_trees. Name one that is with --learners, such as decision_tree or linear, or leave out --interpretable.", fault.Message);
    }

    [Fact]
    public async Task Run_LargestSize_IsKeptByEachMemberFittedOnce()
    {
        var free = await RunAsync(Told() with { Only = ["linear", "decision_tree"] });
        var size = FormBytes.Write(free.Package.Model.Form).Length;
        var run = await RunAsync(Told() with { Only = ["linear", "decision_tree"], MaximumSize = size / 3 });
        Assert.InRange(FormBytes.Write(run.Package.Model.Form).Length, 1, size / 3);
        Assert.Equal("folds", free.Plan.Decision!.Fit);
        Assert.Equal("whole", run.Plan.Decision!.Fit);
        Assert.Equal(FormBytes.Write(run.Package.Model.Form).Length, run.Evidence.Limits!.SizeBytes);
        Assert.True(run.Evidence.Limits.AreKept);
        Assert.Null(run.Evidence.Limits.LatencyMicroseconds);
    }

    [Fact]
    public async Task Run_RoomyLimits_ChangeNothing()
    {
        var free = await RunAsync(Told(trials: 4));
        var run = await RunAsync(Told(trials: 4) with { MaximumSize = 1 << 30, MaximumLatency = TimeSpan.FromSeconds(10) });
        Assert.Equal(FormBytes.Write(free.Package.Model.Form), FormBytes.Write(run.Package.Model.Form));
        Assert.True(run.Evidence.Limits!.AreKept);
        Assert.True(run.Evidence.Limits.LatencyMicroseconds > 0);
    }

    [Fact]
    public async Task Run_SizeThatNothingHas_SaysWhatTheSmallestHas()
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(Told(trials: 3) with { MaximumSize = 100 }));
        Assert.Matches(@"^No model keeps within --max-size 100 bytes \(the smallest that was found, [A-Z][a-z ]+, takes [0-9.]+ (KB|bytes)\)\. Allow more, choose among other learners with --learners, or leave columns out with --ignore\.$", fault.Message);
    }

    [Fact]
    public async Task Run_LimitsOutOfRange_SaysAll()
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(Told() with { MaximumSize = 0, MaximumLatency = TimeSpan.Zero }));
        Assert.Equal("MaximumLatency must be at least 1 us. Got 0 us. Give it as '50us' or '2ms'.\nMaximumSize must be 1 byte or more. Got 0. Give it as '100KB' or '1MB'.", fault.Message);
    }

    [Fact]
    public async Task Run_NothingAsked_ChoicesAreWeighedAllTheSame()
    {
        var run = await RunAsync(Told());
        Assert.Null(run.Evidence.Limits);
        var shipped = Assert.Single(run.Evidence.Choices, choice => choice.IsShipped);
        Assert.Equal(run.Leaderboard.Select(entry => (int?)entry.Trial).Order(), run.Evidence.Choices.Where(choice => !choice.IsShipped).Select(choice => choice.Trial).Order());
        Assert.Contains(run.Evidence.Choices, choice => choice.OnFront);
        Assert.All(run.Evidence.Choices, choice => Assert.True(choice.SizeBytes > 0 && choice.LatencyMicroseconds >= 0));
        Assert.True(shipped.LatencyMicroseconds > 0);
        Assert.Equal(FormBytes.Write(run.Package.Model.Form).Length, shipped.SizeBytes);
        Assert.Contains(run.Evidence.Choices, choice => choice is { Title: "Decision tree", Parts.Unit: "leaves", Readability: Readability.Fully });
    }

    [Theory]
    [InlineData("\"maximum_latency_microseconds\": 0", "plan.json: 'maximum_latency_microseconds' is 0; it is a number above 0. Mend it, or take it out for no limit.")]
    [InlineData("\"maximum_size_bytes\": -5", "plan.json: 'maximum_size_bytes' is -5; it is 1 or more. Mend it, or take it out for no limit.")]
    public void ReadPlan_UnsoundLimit_SaysSo(string property, string text)
    {
        var fault = Assert.Throws<OptionsException>(() => Documents.ReadPlan($$"""{ "format": 1, "task": "classification", "metric": "roc_auc", "columns": [], {{property}} }""", "plan.json"));
        Assert.Equal(text, fault.Message);
    }
}
