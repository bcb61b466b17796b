using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

/// <summary>Every scheme of validation from the rows to a package, and again from its plan.</summary>
public sealed class ValidationSchemeTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    public static TheoryData<string, int, string, string, string> Schemes => new()
    {
        { "holdout", 300, "sealed_holdout", "stratified", "folds" },
        { "nested", 2_400, "nested_out_of_fold", "stratified", "folds" },
        { "repeated", 200, "nested_out_of_fold", "repeated_stratified", "folds" },
        { "leave_one_out", 80, "nested_out_of_fold", "leave_one_out", "whole" },
    };

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Run_Scheme_IsFollowedAndRepeated(string scheme, int rows, string data, string splitter, string fit)
    {
        var told = Told(SmallTables.Classes(rows)) with { Validation = new() { Scheme = scheme } };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var plan = Documents.ReadPlan(Documents.Write(run.Plan), "plan.json");
        var again = await (told with { Plan = plan, Target = null, Validation = null }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(data, run.Headline.Data);
        Assert.Equal((splitter, fit), (run.Plan.Decision!.Splitter, run.Plan.Decision.Fit));
        Assert.Equal(data == "sealed_holdout" ? 60 : rows, run.Headline.Rows);
        Assert.InRange(run.Headline.Value, 0.8, 1);
        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_Repeated_AnswersEachRowByTheMeanOfItsRounds()
    {
        var told = Told(SmallTables.Classes(200)) with { Validation = new() { Scheme = "repeated", Repeats = 2 }, Folds = 4 };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal((2, 4), (run.Plan.Decision!.Repeats, run.Plan.Decision.Folds));
        Assert.Contains("8 folds", run.Evidence.Models[0].Meaning, StringComparison.Ordinal);
        Assert.Equal(200, run.Headline.Rows);
    }

    [Fact]
    public async Task Run_TimeForwardWithGap_LeavesRowsOutOfTrainingAndRepeats()
    {
        var told = Told(WithDays(400)) with { Roles = Day, Validation = new() { Scheme = "time_forward", Gap = "20d", Embargo = "25d" }, Folds = 4 };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var near = await (told with { Validation = new() { Scheme = "time_forward" } }).RunAsync(stop: TestContext.Current.CancellationToken);
        var again = await (told with { Plan = run.Plan, Target = null, Roles = new Dictionary<string, ColumnRole>(), Folds = null, Validation = null }).RunAsync(stop: TestContext.Current.CancellationToken);

        // A row a day: five days of each of four tested runs are nearer than the embargo to training that ended 20 days before.
        Assert.Equal(near.Headline.Rows - (4 * 5), run.Headline.Rows);
        Assert.Equal(("time_forward", "20d", "25d"), (run.Plan.Decision!.Splitter, run.Plan.Decision.Gap, run.Plan.Decision.Embargo));
        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_GapBeforeTheSeal_KeepsTheSearchAwayFromIt()
    {
        var told = Told(WithDays(2_400)) with { Roles = Day, Validation = new() { Gap = "100d" }, Folds = 3 };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal("sealed_holdout", run.Headline.Data);
        Assert.Equal(2_400, run.Evidence.Rows.Development + run.Evidence.Rows.SealedHoldout + run.Evidence.Rows.OutsideSearch);
        Assert.InRange(run.Evidence.Rows.OutsideSearch, 99, 100);
    }

    [Fact]
    public async Task Run_SchemeThatFitsNoRows_SaysSoBeforeAnyTrial()
    {
        var error = await Assert.ThrowsAsync<OptionsException>(() =>
            (Told(SmallTables.Classes(300)) with { Validation = new() { Scheme = "time_forward" } }).RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal("Validation 'time_forward' needs to know when each row happened, but no column has the role time. Name it with --time, or choose another --validation.", error.Message);
    }

    private static Dictionary<string, ColumnRole> Day => new() { ["day"] = ColumnRole.Time };

    private static Training Told(Table table) => new(table, "churned") { Learners = Learners, Trials = 2, Threads = 2 };

    private static Table WithDays(int rows) => SmallTables.Classes(rows).With(new TimeColumn("day", [.. Enumerable.Range(0, rows).Select(row => new DateTime(2015, 1, 1).AddDays(row).Ticks)]));
}
