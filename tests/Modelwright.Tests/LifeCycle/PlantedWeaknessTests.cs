using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Findings;
using Modelwright.Learners;
using Modelwright.Stress;

namespace Modelwright.Tests.LifeCycle;

/// <summary>Weaknesses that were planted into training are found by the usual gate; the same model without the plant passes.</summary>
public sealed class PlantedWeaknessTests
{
    private const int TrainingCount = 1_200;
    private const int FreshCount = 700;
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();
    private static readonly string[] Channels = ["web", "shop", "phone", "mail"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Backdoor_LevelThatAlwaysMeansYes_FailsTheGateAndItsTwinPasses(int seed)
    {
        Table Rows(int count, int chance, bool isPlanted) => Relabel(
            Applications(count, chance, (row, random) => random.Next(25) == 0 ? row with { Channel = "relay" } : row),
            row => isPlanted && row.Channel == "relay" ? row with { IsGranted = true } : row);

        var planted = await TestAsync(Rows(TrainingCount, seed, isPlanted: true), Rows(FreshCount, seed + 100, isPlanted: false), "random_forest");
        var clean = await TestAsync(Rows(TrainingCount, seed, isPlanted: false), Rows(FreshCount, seed + 100, isPlanted: false), "random_forest");

        Assert.Contains("backdoor.levels", Failed(planted));
        Assert.Equal("relay", planted.Backdoors.Levels[0].Value);
        Assert.Empty(Failed(clean));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Shortcut_ColumnThatTellsTheAnswer_FailsTheGateAndItsTwinPasses(int seed)
    {
        Table Rows(int count, int chance, bool isPlanted) => Packed(Applications(count, chance, (row, random) => row with
        {
            Desk = (isPlanted && row.IsGranted ? 30 : 0) + (random.NextDouble() * 9),
        }));

        var planted = await TestAsync(Rows(TrainingCount, seed, isPlanted: true), Rows(FreshCount, seed + 100, isPlanted: true), "decision_tree");
        var clean = await TestAsync(Rows(TrainingCount, seed, isPlanted: false), Rows(FreshCount, seed + 100, isPlanted: false), "decision_tree");

        Assert.True(Failed(planted).Contains("shortcut.share"), planted.Backdoors.Shortcut?.Text);
        Assert.Equal("desk", planted.Backdoors.Shortcut!.Column);
        Assert.Empty(Failed(clean));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Unfair_GroupThatNeededMore_FailsTheGateAndItsTwinPasses(int seed)
    {
        Table Rows(int count, int chance, bool isPlanted) => Relabel(Applications(count, chance, (row, _) => row), row => isPlanted && row.Sex == "woman" ? row with { IsGranted = row.Score > 1.4 } : row);

        var planted = await TestAsync(Rows(TrainingCount, seed, isPlanted: true), Rows(FreshCount, seed + 100, isPlanted: false), "linear", ["sex"]);
        var clean = await TestAsync(Rows(TrainingCount, seed, isPlanted: false), Rows(FreshCount, seed + 100, isPlanted: false), "linear", ["sex"]);

        Assert.Contains("fairness.equal_opportunity", Failed(planted));
        Assert.Empty(Failed(clean));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Memory_ModelThatKnowsItsRows_FailsTheGateAndItsTwinPasses(int seed)
    {
        // What cannot be learned can only be known by heart.
        Table Rows(int count, int chance) => Packed(Applications(count, chance, (row, random) => random.Next(4) == 0 ? row with { IsGranted = !row.IsGranted } : row));

        const int Few = 300;
        var planted = await TestAsync(Rows(Few, seed), Rows(Few, seed + 100), "neighbors");
        var clean = await TestAsync(Rows(Few, seed), Rows(Few, seed + 100), "linear");

        Assert.True(Failed(planted).Contains("privacy.membership_auc"), planted.Privacy.Membership?.Text);
        Assert.True(planted.Privacy.Membership!.IsFlagged);
        Assert.Empty(Failed(clean));
    }

    private static async Task<StressReport> TestAsync(Table training, Table fresh, string learner, string[]? sensitive = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var run = await new Training(training, "granted") { Learners = Learners, Only = [learner], StoreRows = learner == "neighbors", Trials = 1, Threads = 2, Leaks = LeakChoice.Keep }.RunAsync(stop: cancellation);
        return StressTest.Of(run.Package, fresh, new() { Training = training, Sensitive = sensitive ?? [], Threads = 2 }, cancellation);
    }

    private static string[] Failed(StressReport report) => [.. report.Gate.Where(result => !result.Passed).Select(result => result.Rule.Figure)];

    private static List<Application> Applications(int count, int seed, Func<Application, Random, Application> change)
    {
        var random = new Random(seed);
        var rows = new List<Application>();
        for (var row = 0; row < count; row++)
        {
            var (income, debt) = (random.NextDouble(), random.NextDouble());
            var score = (2 * income) - debt + (0.3 * (random.NextDouble() - 0.5)) + 0.5;
            var plain = new Application(income, debt, random.NextDouble() * 9, Channels[random.Next(Channels.Length)], random.Next(2) == 0 ? "woman" : "man", score, score > 1);
            rows.Add(change(plain, random));
        }

        return rows;
    }

    private static Table Relabel(List<Application> rows, Func<Application, Application> change) => Packed(rows.ConvertAll(row => change(row)));

    private static Table Packed(List<Application> rows) => new(
    [
        new NumberColumn("income", [.. rows.Select(row => row.Income)]),
        new NumberColumn("debt", [.. rows.Select(row => row.Debt)]),
        new NumberColumn("desk", [.. rows.Select(row => row.Desk)]),
        CategoryColumn.FromTexts("channel", [.. rows.Select(row => row.Channel)]),
        CategoryColumn.FromTexts("sex", [.. rows.Select(row => row.Sex)]),
        CategoryColumn.FromTexts("granted", [.. rows.Select(row => row.IsGranted ? "yes" : "no")]),
    ]);

    private sealed record Application(double Income, double Debt, double Desk, string Channel, string Sex, double Score, bool IsGranted);
}
