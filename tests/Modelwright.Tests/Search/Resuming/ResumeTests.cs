using System.Diagnostics;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording.Runs;
using Modelwright.Tests.Data;
using Modelwright.Tests.Recording.Runs;

namespace Modelwright.Tests.Search.Resuming;

/// <summary>A run that ended in the middle goes on, and gives the model that it would have given.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Trials = 8;

    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Training Told(int rows = 300) => new(SmallTables.Classes(rows), "churned") { Learners = Learners, Trials = Trials, Threads = 2, Record = _folder.Record };

    [Theory]
    [InlineData(300, 1)]
    [InlineData(300, 3)]
    [InlineData(300, 7)]
    [InlineData(2_400, 5)]
    public async Task Run_CrashedAfterSomeTrials_GivesTheSameModelWithoutFittingThemAgain(int rows, int crashAfter)
    {
        var whole = await (Told(rows) with { Record = null }).RunAsync(stop: TestContext.Current.CancellationToken);
        var id = await CrashAsync(Told(rows), crashAfter);

        var (learners, fits) = Counted();
        var resumed = await (Told(rows) with { Learners = learners, Record = _folder.Record with { Resume = id } }).RunAsync(stop: TestContext.Current.CancellationToken);
        resumed.Saved(null);

        Assert.Equal(whole.Package.ModelId, resumed.Package.ModelId);
        Assert.Equal(id, resumed.RunId);
        Assert.Equal(whole.Leaderboard.Select(Plain), resumed.Leaderboard.Select(Plain));
        Assert.Equal(whole.Evidence.Figures, resumed.Evidence.Figures);
        Assert.Equal(1, _folder.Store.Get(id).Resumed);
        Assert.Empty(Directory.GetDirectories(_folder.Path));

        // No trial that came before the crash was fitted again. Where rows are sealed, members are fitted anew on all rows.
        if (rows == 300)
        {
            Assert.InRange(fits.Candidates, 1, Trials + 1 - crashAfter);
        }
    }

    [Fact]
    public async Task Run_CrashedWithABudget_GoesOnWithTheTimeThatWasLeft()
    {
        var told = Told() with { Trials = null, Budget = TimeSpan.FromSeconds(4) };
        var id = await CrashAsync(told, after: 6);

        var resumed = await (told with { Record = _folder.Record with { Resume = id } }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.InRange(resumed.Leaderboard.Count, 3, int.MaxValue);
        var trials = _folder.Store.Get(id).Trials;
        Assert.True(trials.Count >= 6);
        Assert.True(resumed.Evidence.Seconds >= trials.Take(6).Sum(trial => trial.Seconds) * 0.5);
    }

    [Fact]
    public async Task Run_CrashedTwice_GoesOnTwice()
    {
        var whole = await (Told() with { Record = null }).RunAsync(stop: TestContext.Current.CancellationToken);
        var id = await CrashAsync(Told(), after: 2);
        await CrashAsync(Told() with { Record = _folder.Record with { Resume = id } }, after: 5);

        var resumed = await (Told() with { Record = _folder.Record with { Resume = id } }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(whole.Package.ModelId, resumed.Package.ModelId);
        Assert.Equal(2, _folder.Store.Get(id).Resumed);
    }

    [Fact]
    public async Task Run_WithStoredRows_GoesOn()
    {
        var told = Told() with { StoreRows = true, Only = ["neighbors", "linear"], Trials = 5 };
        var whole = await (told with { Record = null }).RunAsync(stop: TestContext.Current.CancellationToken);
        var id = await CrashAsync(told, after: 4);

        var resumed = await (told with { Record = _folder.Record with { Resume = id } }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(whole.Package.ModelId, resumed.Package.ModelId);
    }

    [Fact]
    public async Task Journal_WithoutStoredRows_HoldsNoModelOfRows()
    {
        var told = Told() with { Only = ["neighbors", "linear"], Trials = 3 };
        var id = await CrashAsync(told, after: 3);

        var bytes = Directory.GetFiles(Path.Combine(_folder.Path, id)).Select(File.ReadAllBytes);

        Assert.DoesNotContain(bytes, entry => entry.AsSpan().IndexOf("_neighbors"u8) >= 0);
        var resumed = await (told with { Record = _folder.Record with { Resume = id } }).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Contains(resumed.Leaderboard, entry => entry.NeedsStoreRows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Resume_DamagedJournal_GivesTheSameModelAllTheSame(int seed)
    {
        var told = Told() with { Trials = 5 };
        var whole = await (told with { Record = null }).RunAsync(stop: TestContext.Current.CancellationToken);
        var id = await CrashAsync(told, after: 4);
        var random = new Random(seed);
        foreach (var path in Directory.GetFiles(Path.Combine(_folder.Path, id), "0*.entry"))
        {
            Damage(path, random);
        }

        var resumed = await (told with { Record = _folder.Record with { Resume = id } }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(whole.Package.ModelId, resumed.Package.ModelId);
    }

    [Fact]
    public async Task Resume_OtherCall_SaysAllThatDiffers()
    {
        var id = await CrashAsync(Told(), after: 2);
        var other = Told(rows: 250) with { Trials = 9, Metric = "log_loss", Record = _folder.Record with { Resume = id } };

        var fault = await Assert.ThrowsAsync<OptionsException>(() => other.RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal(
            $"""
            Run '{id}' cannot go on, as this call differs from the one that began it:
            - the number of rows was '300' and is '250'.
            - metric was not given and is now 'log_loss'.
            - trials was '8' and is '9'.
            Give the same call again, or leave --resume out to train anew.
            """.ReplaceLineEndings("\n"),
            fault.Message);
        Assert.True(_folder.Store.Get(id).Summary.CanResume);
    }

    [Fact]
    public async Task Resume_NoSuchRun_ListsThoseThereAre()
    {
        var none = Assert.Throws<OptionsException>(() => _folder.Store.Unfinished("20260101"));
        Assert.Equal($"No unfinished run is called '20260101' in {_folder.Path}. There is none; leave --resume out to train anew.", none.Message);

        var id = await CrashAsync(Told(), after: 1);
        Assert.Equal($"No unfinished run is called '../x' in {_folder.Path}. There are: {id}.", Assert.Throws<OptionsException>(() => _folder.Store.Unfinished("../x")).Message);
        Assert.Equal(id, _folder.Store.Unfinished(id[..15]).Id);
        Assert.Equal(id, _folder.Store.Unfinished(source: null, "churned")!.Id);
        Assert.Null(_folder.Store.Unfinished(source: null, "age"));
        Assert.Equal(1, _folder.Store.UnfinishedCount());
    }

    [Fact]
    public async Task Run_AtWork_IsHeld()
    {
        RunState? seen = null;
        int? left = null;
        var learner = new ShareLearner("other")
        {
            OnFit = _ =>
            {
                SpinWait.SpinUntil(() => File.Exists(_folder.File) && _folder.Store.List().Count == 1, TimeSpan.FromSeconds(20));
                (seen, left) = (_folder.Store.List().Single().State, _folder.Store.UnfinishedCount());
            },
        };
        var told = Told() with { Learners = new LearnerCatalog().Add(new ShareLearner("baseline", isBaseline: true)).Add(learner), Threads = 1 };

        await told.RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal((RunState.Running, 0), (seen, left));
    }

    /// <summary>Leaves an entry, cuts it, changes a bit, makes it foreign, puts another's place to it, or takes it away.</summary>
    private static void Damage(string path, Random random)
    {
        var bytes = File.ReadAllBytes(path);
        switch (random.Next(6))
        {
            case 1:
                File.WriteAllBytes(path, bytes[..random.Next(bytes.Length)]);
                break;
            case 2:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(path, bytes);
                break;
            case 3:
                random.NextBytes(bytes);
                File.WriteAllBytes(path, bytes);
                break;
            case 4:
                File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, $"9{Path.GetFileName(path)}"));
                break;
            case 5:
                File.Delete(path);
                break;
        }
    }

    private static (int, string, string, double, double) Plain(Modelwright.Recording.LeaderboardEntry entry) => (entry.Trial, entry.Learner, entry.Parameters, entry.Score, entry.Weight);

    /// <summary>A run that ends as a fault of the program would end it, after some trials besides the baseline.</summary>
    private async Task<string> CrashAsync(Training told, int after)
    {
        var before = _folder.Store.Folder is var folder && Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        var crash = new CrashAfter(after);
        await Assert.ThrowsAsync<UnreachableException>(() => told.RunAsync(crash, TestContext.Current.CancellationToken));
        return told.Record!.Resume ?? Path.GetFileName(Assert.Single(Directory.GetDirectories(folder).Except(before)));
    }

    private static (LearnerCatalog Learners, FitCount Fits) Counted()
    {
        var count = new FitCount();
        return (new LearnerCatalog().Add(Learners.Learners.Select(learner => new CountingLearner(learner, count))), count);
    }

    private sealed class CrashAfter(int trials) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Stage == "search" && value.Leaderboard.Select(entry => entry.Trial).DefaultIfEmpty().Max() >= trials)
            {
                throw new UnreachableException("crash");
            }
        }
    }
}
