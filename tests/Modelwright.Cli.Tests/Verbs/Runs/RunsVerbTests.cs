using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs.Runs;

public sealed class RunsVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "store", "runs.db");

    private string File { get; }

    public RunsVerbTests() => File = _folder.Write("rows.csv", Rows.Classes(120));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_Documents_AreAsTheirSchemaSays()
    {
        var (one, two) = (await TrainAsync("1"), await TrainAsync("2"));

        foreach (var call in new string[][] { [], [one], ["--compare", one, two], ["--delete", one] })
        {
            var host = new TestHost { IsTerminal = false };
            Assert.True(await host.RunAsync(["runs", .. call, "--store", Store]) == ExitCode.Done, host.Error);
            Assert.Empty(JsonSchema.Faults(host.Document, "runs.schema.json"));
        }
    }

    [Fact]
    public async Task Runs_List_ShowsTheNewestFirstWithItsFigure()
    {
        var (one, two) = (await TrainAsync("1"), await TrainAsync("2"));
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("runs", "--store", Store));

        Assert.Matches($@"│ (?:{one}|{two}) │ done  │ rows\.csv │ label  │ roc_auc \d\.\d{{4}} │ \d+\.\d s │", host.Output);
        Assert.Equal([two], await IdsAsync("--limit", "1"));
        Assert.Equal(2, (await IdsAsync("--since", "1h", "--target", "label")).Length);
        Assert.Empty(await IdsAsync("--since", "2999-01-01"));
        Assert.Empty(await IdsAsync("--target", "size"));
    }

    [Fact]
    public async Task Runs_OfAnId_ShowsTrialsFiguresAndThePackage()
    {
        var id = await TrainAsync("2");
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("runs", id, "--store", Store));

        Assert.StartsWith($"Run {id}, done after ", host.Output, StringComparison.Ordinal);
        Assert.Contains($"Read: {File}, 120 rows, sha256 ", host.Output, StringComparison.Ordinal);
        Assert.Contains("\nTold: --target label --trials 2\n", host.Output, StringComparison.Ordinal);
        Assert.Contains("│ Baseline ", host.Output, StringComparison.Ordinal);
        Assert.Contains("│ roc_auc ", host.Output, StringComparison.Ordinal);
        Assert.EndsWith($"Package: {Path.Combine(_folder.Path, "2", "model.mw")}\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_Compared_ShowsWhatDiffersAndBothFigures()
    {
        var (one, two) = (await TrainAsync("1"), await TrainAsync("2"));
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("runs", "--compare", one, two, "--store", Store));

        Assert.StartsWith($"First {one}, second {two}\nBoth read the same bytes.\n", host.Output, StringComparison.Ordinal);
        Assert.Matches(@"│ --trials │ 1 +│ 2 +│", host.Output);
        Assert.Matches(@"│ roc_auc +│ nested out of fold │ +\d\.\d{4} \(\d\.\d{4} … \d\.\d{4}\) │ +\d\.\d{4} \(", host.Output);
    }

    [Fact]
    public async Task Runs_Deleted_LeavesThePackage()
    {
        var id = await TrainAsync("1");
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("runs", "--delete", id, "--store", Store));

        var package = Path.Combine(_folder.Path, "1", "model.mw");
        Assert.Equal($"The record of run {id} is gone.\nIts package is untouched: {package}\n", host.Output);
        Assert.True(System.IO.File.Exists(package));
        Assert.Empty(await IdsAsync());
    }

    [Theory]
    [InlineData("--limit 0", "--limit must be a whole number from 1 to 10000. Got '0'. Write it in digits alone.\n")]
    [InlineData("--since never", "--since must be a day, or how long ago. Got 'never'. Write 2026-03-01, 2026-03-01T09:30, or 7d.\n")]
    [InlineData("2026 --delete 2026 --limit 3", "A call of 'runs' asks one thing, and this one asks 3: the run '2026', --delete, what to list (--target, --since, --limit). Keep one of them.\n")]
    public async Task Runs_WrongCall_SaysWhatToDo(string options, string expected)
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["runs", .. options.Split(' '), "--store", Store]));
        Assert.Equal(expected, host.Error);
    }

    [Fact]
    public async Task Runs_NoStore_SaysWhatToDo()
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("runs"));
        Assert.Equal("No store is named. Name one with --store.\n", host.Error);
        host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("runs", "--store", Store));
        Assert.Equal($"{Store}: no run is recorded here. Train a model first, go to the folder where one was trained, or name its store with --store.\n", host.Error);
    }

    private async Task<string[]> IdsAsync(params string[] options)
    {
        var host = new TestHost { IsTerminal = false };
        Assert.True(await host.RunAsync(["runs", .. options, "--store", Store]) == ExitCode.Done, host.Error);
        return [.. host.Document.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetString()!)];
    }

    private async Task<string> TrainAsync(string trials)
    {
        var host = new TestHost { IsTerminal = false };
        Assert.True(await host.RunAsync("train", File, "--target", "label", "--trials", trials, "--out", Path.Combine(_folder.Path, trials), "--store", Store) == ExitCode.Done, host.Error);
        return host.Document.GetProperty("run").GetString()!;
    }
}
