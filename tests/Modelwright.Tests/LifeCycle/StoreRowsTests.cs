using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

/// <summary>Training rows leave in a package only where a person said so.</summary>
public sealed class StoreRowsTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private static Training Told(int trials = 12) => new(SmallTables.Classes(300), "churned") { Learners = Learners, Trials = trials, Threads = 2 };

    private static Training Neighbors(bool storeRows = true) => Told(2) with { Only = ["neighbors"], StoreRows = storeRows };

    private static Task<TrainingRun> RunAsync(Training told) => told.RunAsync(stop: TestContext.Current.CancellationToken);

    [Fact]
    public async Task Run_WithoutPermission_NeighboursAreEvidenceAndThePackageHoldsNoRow()
    {
        var run = await RunAsync(Told() with { Only = ["linear", "neighbors", "random_forest"] });
        var entry = Assert.Single(run.Leaderboard, entry => entry.Learner == "neighbors");
        Assert.True(entry.NeedsStoreRows);
        Assert.Equal(0, entry.Weight);
        Assert.All(run.Leaderboard.Where(other => other.Learner != "neighbors"), other => Assert.False(other.NeedsStoreRows));
        Assert.DoesNotContain(run.Plan.Decision!.Members, member => member.Learner == "neighbors");
        Assert.False(run.Package.HoldsRows);
        Assert.False(run.Evidence.HoldsRows);
        Assert.False(run.Plan.StoreRows);
    }

    [Fact]
    public async Task Run_WithPermission_ThePackageOpensAndSaysThatItHoldsRows()
    {
        var run = await RunAsync(Neighbors());
        Assert.True(run.Plan.StoreRows);
        Assert.True(run.Evidence.HoldsRows);
        Assert.Contains("The model holds training rows: whoever gets the package can read them. Train without --store-rows for a package without rows.", run.Warnings);
        using var file = new MemoryStream();
        run.Package.Save(file);
        file.Position = 0;
        var opened = Package.Load(file);
        Assert.True(opened.HoldsRows);
        Assert.Equal(run.Package.ModelId, opened.ModelId);
        Assert.InRange(run.Headline.Value, 0.8, 1);
    }

    [Fact]
    public async Task Run_WithPermission_CheckRowsAreStillMadeUp()
    {
        var run = await RunAsync(Neighbors());
        var table = SmallTables.Classes(300);
        HashSet<string> real = [.. Enumerable.Range(0, table.RowCount).Select(row => Row(table, row))];
        var check = run.Package.CheckRows.Rows;

        // Without an income there are few rows that can be made up at all.
        int[] whole = [.. Enumerable.Range(0, check.RowCount).Where(row => !check["income"].IsMissing(row))];
        Assert.InRange(whole.Length, 20, 32);
        Assert.All(whole, row => Assert.DoesNotContain(Row(check, row), real));
    }

    private static string Row(Table table, int row) => string.Join('|', new[] { "age", "income", "plan" }.Select(name => table[name].Format(row)));

    [Fact]
    public async Task Run_FinishedPlanThatStoresRows_RepeatsTheModelId()
    {
        var first = await RunAsync(Neighbors());
        var plan = Documents.ReadPlan(Documents.Write(first.Plan), "plan.json");
        var again = await RunAsync(new Training(SmallTables.Classes(300), null) { Learners = Learners, Plan = plan });
        Assert.Equal(first.Package.ModelId, again.Package.ModelId);
        Assert.True(again.Package.StoreRows);
    }

    [Fact]
    public async Task Run_FinishedPlanWithoutPermission_IsRefused()
    {
        var first = await RunAsync(Neighbors());
        var told = new Training(SmallTables.Classes(300), null) { Learners = Learners, Plan = first.Plan with { StoreRows = false } };
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(told));
        Assert.Equal(
            "The plan's decision has members of 'neighbors', whose models hold training rows, and its 'store_rows' is false. Set it to true if whoever gets the package may see those rows, or take 'decision' out of the plan to search anew.",
            fault.Message);
    }

    [Fact]
    public async Task Run_OnlyNeighboursWithoutPermission_IsRefused()
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(Neighbors(storeRows: false)));
        Assert.Equal(
            "Models of 'neighbors' hold training rows, which may not enter the package, and there is no other learner. Give --store-rows (Training.StoreRows, 'store_rows' in a plan) if whoever gets the package may see them, or name more learners.",
            fault.Message);
    }

    [Fact]
    public async Task Save_PackageWithoutPermission_WritesNothing()
    {
        var run = await RunAsync(Neighbors());
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var refused = run with { Package = run.Package with { StoreRows = false } };
            var fault = Assert.Throws<OptionsException>(() => refused.Save(folder.FullName));
            Assert.Contains("holds rows of its training data, so it is not written.", fault.Message, StringComparison.Ordinal);
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
