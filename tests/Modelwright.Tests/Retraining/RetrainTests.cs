using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Runtime.Packaging;
using Modelwright.Stress.Gates;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Retraining;

/// <summary>A challenger takes the place of a champion that is stale, and of no other.</summary>
public sealed class RetrainTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();
    private static readonly Gate Lead = new([new() { Figure = "lead", AtLeast = 0, NeedsProof = true }]);

    private static async Task<Package> TrainAsync(Table rows, string learner = "linear") =>
        (await new Training(rows, "churned") { Learners = Learners, Only = [learner], Trials = 1, Threads = 1 }.RunAsync(stop: TestContext.Current.CancellationToken)).Package;

    private static Table Turned(Table rows)
    {
        var label = rows["churned"];
        return rows.Without(["churned"]).With(CategoryColumn.FromTexts("churned", [.. Enumerable.Range(0, rows.RowCount).Select(row => label.Format(row) == "yes" ? "no" : "yes")]));
    }

    private static Table Joined(Table first, Table second) => new([.. first.Columns.Select(column => Join(column, second[column.Name]))]);

    private static Column Join(Column one, Column other) => one is NumberColumn
        ? new NumberColumn(one.Name, [.. All(one, other).Select(text => text is null ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture))])
        : CategoryColumn.FromTexts(one.Name, [.. All(one, other)]);

    private static IEnumerable<string?> All(Column one, Column other) =>
        Enumerable.Range(0, one.RowCount).Select(one.Format).Concat(Enumerable.Range(0, other.RowCount).Select(other.Format));

    private static Retrain Told(Package champion, Table rows) => new(champion, rows) { Learners = Learners, Threads = 1, Gate = Lead };

    [Fact]
    public async Task Run_StaleChampion_IsReplaced()
    {
        var champion = await TrainAsync(SmallTables.Classes(300));

        var decision = await Told(champion, Turned(SmallTables.Classes(500, seed: 2))).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.True(decision.Promote, decision.Reason);
        Assert.Equal((400, 100, "last"), (decision.TrainingRows, decision.Rows, decision.Holdout));
        Assert.True(decision.Losses.Upper < 0);
        Assert.True(Assert.Single(decision.Gate!).Passed);
        Assert.EndsWith("better beyond chance. It takes the champion's place.", decision.Reason, StringComparison.Ordinal);
        var test = Assert.Single(decision.Challenger.Attestations);
        Assert.Equal(("test", true, true), (test.Kind, test.Passed, test.IsAbout(decision.Challenger)));
        using var document = System.Text.Json.JsonDocument.Parse(decision.ToJson());
        Assert.Equal((true, decision.Reason, 400), (document.RootElement.GetProperty("promote").GetBoolean(), document.RootElement.GetProperty("reason").GetString(), document.RootElement.GetProperty("training_rows").GetInt32()));
    }

    [Fact]
    public async Task Run_NoDrift_ChampionStays()
    {
        var champion = await TrainAsync(SmallTables.Classes(600));

        var decision = await Told(champion, SmallTables.Classes(500, seed: 2)).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.False(decision.Promote);
        Assert.Null(decision.Gate);
        Assert.EndsWith("The champion stays.", decision.Reason, StringComparison.Ordinal);
        Assert.True((decision with { Margin = 1 }).Promote);
    }

    [Fact]
    public async Task Run_WorseByConstruction_IsRefused()
    {
        var champion = await TrainAsync(SmallTables.Classes(300));
        var rows = Joined(Turned(SmallTables.Classes(400, seed: 2)), SmallTables.Classes(100, seed: 3));

        var decision = await Told(champion, rows).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.False(decision.Promote);
        Assert.True(decision.Losses.Lower > 0);
        Assert.EndsWith("worse beyond chance. The champion stays.", decision.Reason, StringComparison.Ordinal);
        Assert.True(Retrain.GoBack(decision.Challenger, champion, SmallTables.Classes(100, seed: 3), cancellation: TestContext.Current.CancellationToken).Promote);
    }

    [Fact]
    public async Task Run_GateNotPassed_IsRefused()
    {
        var champion = await TrainAsync(SmallTables.Classes(300));
        var gate = new Gate([new() { Figure = "score", AtLeast = 1.5 }]);

        var decision = await (Told(champion, Turned(SmallTables.Classes(500, seed: 2))) with { Gate = gate }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.True(decision.IsBetter);
        Assert.False(decision.Promote);
        Assert.Contains("But it does not pass the gate: 'score' is ", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TwiceAtOtherThreads_IsTheSame()
    {
        var champion = await TrainAsync(SmallTables.Classes(300));
        var told = Told(champion, Turned(SmallTables.Classes(300, seed: 2))) with { IsGated = false, IsSeeded = true };

        var (one, other) = (await told.RunAsync(stop: TestContext.Current.CancellationToken), await (told with { Threads = 2 }).RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal((one.ChallengerId, one.PValue, one.Reason, "seeded"), (other.ChallengerId, other.PValue, other.Reason, other.Holdout));
    }

    [Fact]
    public async Task Run_Cancelled_Ends()
    {
        var champion = await TrainAsync(SmallTables.Classes(200));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Told(champion, SmallTables.Classes(200)).RunAsync(stop: stop.Token));
    }

    [Fact]
    public async Task Run_WrongShare_SaysSo()
    {
        var champion = await TrainAsync(SmallTables.Classes(200));

        var fault = await Assert.ThrowsAsync<OptionsException>(() => (Told(champion, SmallTables.Classes(200)) with { Recent = 1 }).RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal("The share of recent rows must be above 0 and below 1. Got 1. 0.2 holds the newest fifth back.", fault.Message);
    }

    [Fact]
    public async Task Loop_ATurnInTheStream_IsFollowed()
    {
        var stream = Joined(SmallTables.Classes(600), Turned(SmallTables.Classes(800, seed: 2)));
        var first = await TrainAsync(stream.Take([.. Enumerable.Range(0, 300)]));
        var loop = new RetrainingLoop(first, stream) { Learners = Learners, Start = 300, Window = 100, JudgedRows = 60, Histories = [140, 0], Policy = new() { EveryLabelled = 100, FewestLabelled = 50, ShadowRows = 100 } };

        var (last, decisions, score, frozen) = await loop.RunAsync(cancellation: TestContext.Current.CancellationToken);
        var again = await loop.RunAsync(cancellation: TestContext.Current.CancellationToken);

        Assert.NotEqual(first.ModelId, last.ModelId);
        Assert.True(score > frozen + 0.2, $"{score} against {frozen}");
        Assert.Contains(decisions, decision => decision.Promote);
        Assert.Equal((last.ModelId, score, decisions.Count), (again.Last.ModelId, again.Score, again.Decisions.Count));
    }
}
