using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Findings;
using Modelwright.Learners;
using Modelwright.Profile;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

public sealed class LeakStageTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private static readonly Table Leaky = SmallTables.Classes(300) is var table
        ? table.With(CategoryColumn.FromTexts("state", [.. Enumerable.Range(0, 300).Select(row => table["churned"].Format(row) == "yes" ? "gone" : "here")]))
        : throw new InvalidOperationException();

    private static Training Told(Table table) => new(table, "churned") { Learners = Learners, Trials = 2, Threads = 2 };

    private static Task<TrainingRun> Run(Training told) => told.RunAsync(stop: TestContext.Current.CancellationToken);

    [Fact]
    public async Task Run_CopyOfTheTarget_IsLeftOutAndTheRunIsAsWithoutIt()
    {
        var run = await Run(Told(Leaky));
        var without = await Run(Told(Leaky) with { Ignore = ["state"] });

        var finding = run.Evidence.Findings[0];
        Assert.Equal(("severe", "target_copy", "state", "drop"), (finding.Severity, finding.Kind, finding.Column, finding.Choice));
        Assert.Equal(ColumnRole.Ignore, run.Plan.Columns.Single(column => column.Name == "state").Role);
        Assert.Equal(without.Package.ModelId, run.Package.ModelId);
        Assert.True(run.Headline.Value < 1);
    }

    [Fact]
    public async Task Run_PlanOfARunThatDropped_GivesTheSameModel()
    {
        var run = await Run(Told(Leaky));
        var again = await Run(new(Leaky, null) { Learners = Learners, Plan = run.Plan });

        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
        Assert.Empty(again.Evidence.Findings);
    }

    [Fact]
    public async Task Run_Keep_LeavesNothingOut()
    {
        var run = await Run(Told(Leaky) with { Leaks = LeakChoice.Keep });

        Assert.Equal("keep", run.Evidence.Findings[0].Choice);
        Assert.Equal(ColumnRole.Feature, run.Plan.Columns.Single(column => column.Name == "state").Role);
    }

    [Fact]
    public async Task Run_UnfinishedPlan_IsFollowedAndTheLeakTold()
    {
        var plan = (await Run(Told(Leaky) with { Leaks = LeakChoice.Keep })).Plan with { Decision = null };
        var run = await Run(new(Leaky, null) { Learners = Learners, Plan = plan, Trials = 1 });

        Assert.Equal("keep", run.Evidence.Findings[0].Choice);
    }

    [Fact]
    public async Task Run_FoundBefore_TakesTheChoicesThatWereMade()
    {
        var told = Told(Leaky);
        var found = told.FindLeaks(TestContext.Current.CancellationToken);
        Assert.Equal("state", Assert.Single(found, finding => finding.Severity == FindingSeverity.Severe).Column);

        var run = await Run(told with { Findings = [.. found.Select(finding => finding with { Choice = finding.Column is null ? null : "keep" })] });

        Assert.Equal("keep", run.Evidence.Findings[0].Choice);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(2_400)]
    public async Task Run_FlippedLabels_AreDoubtedByTheirRowsInTheTable(int rows)
    {
        var table = SmallTables.Classes(rows);
        string?[] labels = [.. Enumerable.Range(0, rows).Select(table["churned"].Format)];
        foreach (var row in Enumerable.Range(0, rows).Where(row => row % 20 == 7))
        {
            labels[row] = labels[row] == "yes" ? "no" : "yes";
        }

        int[] test = [0, 1, 2, 3, 4];
        var run = await Run(Told(table.With(CategoryColumn.FromTexts("churned", labels))) with { TestRows = test });

        Assert.NotEmpty(run.SuspectRows);
        Assert.All(run.SuspectRows, row => Assert.Equal(labels[row.Row], row.Given));
        Assert.True(run.SuspectRows.Count(row => row.Row % 20 == 7) > run.SuspectRows.Count / 2);
        Assert.DoesNotContain(run.SuspectRows, row => test.Contains(row.Row));
    }
}
