using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording.Runs;
using Modelwright.Recording.Stores;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Recording.Runs;

/// <summary>A store that cannot be used is told in words, and costs no run.</summary>
public sealed class StoreFileTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Training Told => new(SmallTables.Classes(120), "churned")
    {
        Learners = new LearnerCatalog().Add(new ShareLearner("baseline", isBaseline: true)).Add(new ShareLearner("other")),
        Trials = 2,
        Threads = 1,
        Record = _folder.Record,
    };

    private Task<TrainingRun> RunAsync() => Told.RunAsync(stop: TestContext.Current.CancellationToken);

    private string Said() => Assert.Throws<OptionsException>(() => _folder.Store.List()).Message;

    [Fact]
    public void List_NoStore_SaysWhatToDoAndMakesNone()
    {
        Assert.Equal($"{_folder.File}: no run is recorded here. Train a model first, go to the folder where one was trained, or name its store with --store.", Said());
        Assert.False(File.Exists(_folder.File));
    }

    [Fact]
    public void Store_WithoutAName_IsRefused() =>
        Assert.Equal("The store has no name. Give --store the path of a file, such as .modelwright/runs.db, or leave it out.", Assert.Throws<OptionsException>(() => new RunStore(" ")).Message);

    [Fact]
    public async Task Store_OfAnotherProgram_StaysAsItIsAndTheRunGoesOn()
    {
        _folder.Run("CREATE TABLE orders (id INTEGER); INSERT INTO orders VALUES (7)");
        var before = await File.ReadAllBytesAsync(_folder.File, TestContext.Current.CancellationToken);
        var text = $"{_folder.File}: this is a database of another program, not a store of runs. Name another file with --store.";

        Assert.Equal(text, Said());
        var run = await RunAsync();
        run.Save(Path.Combine(_folder.Path, "out"));

        Assert.Equal([$"The run was not recorded: {text}"], run.NotRecorded);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "out", "model.mw")));
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Store_ThatIsNone_IsToldAndTheRunGoesOn()
    {
        await File.WriteAllTextAsync(_folder.File, string.Concat(Enumerable.Repeat("not a database. ", 200)), TestContext.Current.CancellationToken);
        var text = $"{_folder.File}: this is no SQLite database, or it is damaged. Move it away to begin a new store; packages are not touched.";

        Assert.Equal(text, Said());
        Assert.Equal([$"The run was not recorded: {text}"], (await RunAsync()).NotRecorded);
    }

    [Fact]
    public async Task Store_OfALaterRelease_IsNotTouched()
    {
        (await RunAsync()).Saved(null);
        _folder.Run("PRAGMA user_version = 99");
        var text = $"{_folder.File}: the store is of version 99; this release knows versions 1 to {StoreSchema.Steps.Count}. Use a newer release, or name another file with --store.";

        Assert.Equal(text, Said());
        Assert.Equal([$"The run was not recorded: {text}"], (await RunAsync()).NotRecorded);
    }

    [Fact]
    public async Task Store_LockedByAnotherProgram_IsToldInTimeAndTheRunGoesOn()
    {
        (await RunAsync()).Saved(null);
        using var other = _folder.Open();
        using var transaction = other.BeginTransaction(deferred: false);

        var run = await RunAsync();

        Assert.Equal([$"The run was not recorded: {_folder.File}: another program holds the store locked. Try again when it is done, or name another file with --store."], run.NotRecorded);
        Assert.NotEmpty(run.Leaderboard);
    }

    [Fact]
    public async Task Store_InAFolderThatIsAFile_IsToldAndTheRunGoesOn()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var told = Told with { Record = new(new RunStore(Path.Combine(file, "runs.db"))) };

        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(2, run.NotRecorded.Count);
        Assert.StartsWith($"{file}: no journal can be written here (", run.NotRecorded[0], StringComparison.Ordinal);
        Assert.EndsWith("), so the run could not be resumed. Name another place with --store.", run.NotRecorded[0], StringComparison.Ordinal);
        Assert.StartsWith($"The run was not recorded: {Path.Combine(file, "runs.db")}: the store cannot be made here (", run.NotRecorded[1], StringComparison.Ordinal);
        Assert.EndsWith("). Name another file with --store, or leave it out with --no-store.", run.NotRecorded[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_OfTheFirstVersion_IsBroughtUpToDateAndKeepsItsRuns()
    {
        _folder.Run(StoreSchema.Steps[0]);
        _folder.Run($"""
            PRAGMA application_id = {StoreSchema.ApplicationId};
            PRAGMA user_version = 1;
            INSERT INTO runs (id, started, state, options, release, system, architecture, processors, threads)
            VALUES ('20250101-000000-abcd', '2025-01-01T00:00:00.000Z', 'running', '{"{"}"--trials": "3"{"}"}', '0.9.0', 'linux', 'x64', 4, 2);
            INSERT INTO trials (run, trial, state, learner, title, parameters, features, seed, partition_seed, score, seconds, ended_after)
            VALUES ('20250101-000000-abcd', 1, 'scored', 'linear', 'Linear model', '', 'standard', 1, 2, 0.5, 1, 2);
            """);

        var old = _folder.Store.Get("20250101-000000-abcd");

        Assert.Equal((RunState.Unfinished, false, "0.9.0", "3"), (old.Summary.State, old.Summary.CanResume, old.Release, old.Options["--trials"]));
        Assert.Equal("linear", Assert.Single(old.Trials).Learner);
        Assert.Empty((await RunAsync()).NotRecorded);
        Assert.Equal(2, _folder.Store.List().Count);
    }

    [Fact]
    public async Task Store_WithHostileCells_IsToldInWords()
    {
        (await RunAsync()).Saved(null);
        _folder.Run("UPDATE runs SET options = '[1'");
        var id = _folder.Store.List()[0].Id;

        var said = Assert.Throws<OptionsException>(() => _folder.Store.Get(id)).Message;

        Assert.StartsWith($"{_folder.File}: the store holds what this program did not write (", said, StringComparison.Ordinal);
        Assert.EndsWith("). Move it away to begin a new one.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_AreOfOneForm()
    {
        var id = RunId.New(new(2026, 3, 14, 10, 15, 0, TimeSpan.FromHours(1)));
        Assert.Matches("^20260314-091500-[0-9a-f]{4}$", id);
        Assert.True(RunId.IsOne(id));
        Assert.All(new[] { "", "..", "20260314-091500-7F3A", "20260314-091500-7f3", "20260314-091500-7f3aa", "20260314/091500-7f3a" }, text => Assert.False(RunId.IsOne(text)));
    }
}
