using System.Data.Common;
using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Recording.Runs;
using Modelwright.Recording.Stores;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Recording.Runs;

/// <summary>What the store of runs promises, in every kind of store.</summary>
public abstract class RunStoreSuite : IDisposable
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private readonly StoreFolder _folder = new();

    internal abstract RunStore Store { get; }

    /// <summary>A folder for what runs write; a store in a file lies in it.</summary>
    internal StoreFolder Folder => _folder;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A connection of another program, which sees the tables of the store.</summary>
    internal abstract DbConnection Open();

    /// <summary>Sees to it that no journal of these runs is left.</summary>
    internal virtual void HasNoJournal(params IEnumerable<string> runs) =>
        Assert.All(runs, run => Assert.False(Directory.Exists(Path.Combine(Store.Folder, run)), run));

    private Training Told(int trials = 3) => new(SmallTables.Classes(300), "churned") { Learners = Learners, Trials = trials, Threads = 2, Record = new(Store) };

    private static Task<TrainingRun> RunAsync(Training told) => told.RunAsync(stop: TestContext.Current.CancellationToken);

    [Fact]
    public async Task Run_Recorded_HoldsAllThatTheEvidenceHolds()
    {
        var run = await RunAsync(Told());
        var packed = Path.Combine(_folder.Path, "out");
        run.Save(packed);

        var recorded = Store.Get(run.RunId!);
        Assert.Empty(run.NotRecorded);
        Assert.Equal(RunState.Done, recorded.Summary.State);
        Assert.Equal(Path.Combine(packed, "model.mw"), recorded.Summary.Package);
        Assert.Equal(run.Package.ModelId, recorded.Summary.ModelId);
        Assert.Equal(run.Evidence.Figures, recorded.Figures);
        Assert.Equal(run.Evidence.Figures[0], recorded.Summary.Headline);
        Assert.Equal(run.Evidence.Warnings, recorded.Warnings);
        Assert.Equal(Documents.Write(run.Plan), recorded.PlanJson);
        Assert.Equal(run.Leaderboard.Select(entry => (entry.Trial, entry.Score, entry.Weight)).Order(), recorded.Trials.Where(trial => trial.Score is not null).Select(trial => (trial.Trial, trial.Score!.Value, trial.Weight)).Order());
        Assert.Equal(["profile", "findings", "search", "validation", "insight"], recorded.Stages.Select(stage => stage.Stage));
        Assert.Contains("Rows were parted into 8 folds by 'stratified'.", recorded.Decisions);
        Assert.Equal(("3", "0"), (recorded.Options["trials"], recorded.Options["seed"]));
        Assert.Equal((300, 2, "classification", "roc_auc"), (recorded.Rows, recorded.Threads, recorded.Task, recorded.Metric));
        Assert.Equal(EvidenceMachine.This, run.Evidence.Machine);
    }

    [Fact]
    public async Task Run_Recorded_IsTheSameModelAsWithout()
    {
        var recorded = await RunAsync(Told());
        var plain = await RunAsync(Told() with { Record = null });
        Assert.Equal(plain.Package.ModelId, recorded.Package.ModelId);
        Assert.Null(plain.RunId);
        Assert.Empty(plain.NotRecorded);
    }

    [Fact]
    public async Task Run_NotSaved_StaysResumableUntilSomebodySaysWhereItIs()
    {
        var run = await RunAsync(Told());
        Assert.Equal((RunState.Trained, true), (Store.Get(run.RunId!).Summary.State, Store.Get(run.RunId!).Summary.CanResume));

        run.Saved(package: null);
        Assert.Equal((RunState.Done, false), (Store.Get(run.RunId!).Summary.State, Store.Get(run.RunId!).Summary.CanResume));
        HasNoJournal(run.RunId!);
    }

    [Fact]
    public async Task Run_WithoutALearnableTarget_IsRecordedAsFailedWithItsWords()
    {
        var told = Told() with { Metric = "rmse" };
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(told));
        var run = Assert.Single(Store.List());
        Assert.Equal((RunState.Failed, false, fault.Message), (run.State, run.CanResume, Store.Get(run.Id).Fault));
    }

    [Fact]
    public async Task Run_StoppedBeforeAModel_IsRecordedAsStopped()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Told().RunAsync(stop: stop.Token));
        var run = Assert.Single(Store.List());
        Assert.Equal(RunState.Stopped, run.State);
        HasNoJournal(run.Id);
    }

    [Fact]
    public async Task Run_TwentyAtOnce_AreAllRecorded()
    {
        var told = Told() with { Learners = new LearnerCatalog().Add(new ShareLearner("baseline", isBaseline: true)).Add(new ShareLearner("other")), Threads = 1 };
        var runs = await Task.WhenAll(Enumerable.Range(0, 20).Select(seed => RunAsync(told with { Seed = seed })));
        var lost = runs.SelectMany(run => run.NotRecorded).ToArray();
        Assert.True(lost.Length == 0, string.Join("\n", lost));
        Assert.Equal(runs.Select(run => run.RunId).Order(), Store.List().Select(run => run.Id).Order());
        Assert.All(runs, run => Assert.Equal(run.Leaderboard.Count, Store.Get(run.RunId!).Trials.Count(trial => trial.Score is not null)));
    }

    [Fact]
    public async Task List_Filters_NewestFirst()
    {
        var time = new MovedClock(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var told = Told() with { Time = time, Learners = new LearnerCatalog().Add(new ShareLearner("baseline", isBaseline: true)).Add(new ShareLearner("other")) };
        var first = await RunAsync(told);
        time.Now = time.Now.AddDays(1);
        var second = await RunAsync(told);

        string[] Ids(RunFilter filter) => [.. Store.List(filter).Select(run => run.Id)];
        Assert.StartsWith("20260301-090000-", first.RunId, StringComparison.Ordinal);
        Assert.Equal([second.RunId!, first.RunId!], Ids(new()));
        Assert.Equal([second.RunId!], Ids(new() { Limit = 1 }));
        Assert.Equal([second.RunId!], Ids(new() { Since = time.Now }));
        Assert.Equal(2, Ids(new() { Target = "churned" }).Length);
        Assert.Empty(Ids(new() { Target = "x' OR '1'='1" }));
    }

    [Fact]
    public async Task Get_IdsThatAreNone_SayWhatToDo()
    {
        var time = new MovedClock(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var told = Told() with { Time = time, Learners = new LearnerCatalog().Add(new ShareLearner("baseline", isBaseline: true)).Add(new ShareLearner("other")) };
        var ids = new[] { (await RunAsync(told)).RunId!, (await RunAsync(told)).RunId! }.OrderDescending(StringComparer.Ordinal).ToArray();

        string Said(string id) => Assert.Throws<OptionsException>(() => Store.Get(id)).Message;
        Assert.Equal("No run '2027' is recorded. 'modelwright runs' lists those there are.", Said("2027"));
        Assert.Equal("No run '../runs' is recorded. 'modelwright runs' lists those there are.", Said("../runs"));
        Assert.Equal($"More than one run begins with '2026', such as {ids[0]} and {ids[1]}. Give more of the id.", Said("2026"));
        Assert.Equal(ids[0], Store.Get(ids[0]).Summary.Id);
    }

    [Fact]
    public async Task LoadPackage_OfARunThatWroteOne_IsThatPackage()
    {
        var run = await RunAsync(Told());
        run.Save(Path.Combine(_folder.Path, "out"));

        Assert.Equal(run.Package.ModelId, Store.LoadPackage(run.RunId![..^1]).ModelId);
    }

    [Theory]
    [InlineData("trained", "it has not said where it saved its model")]
    [InlineData("stopped", "it was stopped before there was a model")]
    [InlineData("failed", "it ended in an error")]
    public async Task LoadPackage_OfARunWithoutOne_SaysWhy(string state, string why)
    {
        var learners = new LearnerCatalog().Add(new ShareLearner("baseline", isBaseline: true)).Add(new ShareLearner("other"));
        var id = (await RunAsync(Told() with { Learners = learners })).RunId!;
        using (var other = Open())
        {
            StoreCommand.Run(other, "UPDATE runs SET state = $1, package = NULL", state);
        }

        var fault = Assert.Throws<OptionsException>(() => Store.LoadPackage(id));

        Assert.Equal($"Run '{id}' has no package: {why}. Name a run that is done, or a package by its path.", fault.Message);
    }

    [Fact]
    public async Task Delete_TakesTheRecordAndTheJournal_AndLeavesThePackage()
    {
        var run = await RunAsync(Told());
        run.Package.Save(Path.Combine(_folder.Path, "model.mw"));

        Assert.Equal(run.RunId, Store.Delete(run.RunId!).Id);

        Assert.Empty(Store.List());
        HasNoJournal(run.RunId!);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "model.mw")));
        using var connection = Open();
        foreach (var table in new[] { "trials", "figures", "stages", "notes" })
        {
            Assert.Equal(0, StoreCommand.Read(connection, $"SELECT count(*) FROM {table}", row => Convert.ToInt32(row.GetValue(0), CultureInfo.InvariantCulture)).Single());
        }
    }

    [Fact]
    public async Task Compare_RunsThatWereToldDifferently_SaysWhatAndPairsFigures()
    {
        var (one, two) = (await RunAsync(Told()), await RunAsync(Told(trials: 1) with { Seed = 4, Metric = "log_loss" }));
        var comparison = RunComparison.Of(Store.Get(one.RunId!), Store.Get(two.RunId!));

        Assert.Equal(
            [new("metric", "roc_auc", "log_loss"), new("metric", null, "log_loss"), new("seed", "0", "4"), new OptionDifference("trials", "3", "1")],
            comparison.Differences);
        Assert.Null(comparison.SameData);
        Assert.False(comparison.SameModel);
        Assert.Equal(one.Evidence.Figures.Count, comparison.Figures.Count);
        Assert.All(comparison.Figures, pair => Assert.Equal(pair.First!.Metric, pair.Second!.Metric));
    }
}
