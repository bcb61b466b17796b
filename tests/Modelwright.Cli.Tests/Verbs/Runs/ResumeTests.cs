using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs.Runs;

public sealed class ResumeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "runs.db");

    private string File { get; }

    public ResumeTests() => File = _folder.Write("rows.csv", Rows.Classes(120));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Resume_NothingUnfinished_BeginsANewRunAndSaysSo()
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.Done, await host.RunAsync([.. Call, "--resume"]));
        Assert.Contains("No unfinished run of these rows and this target is recorded, so a new one begins.", host.Output, StringComparison.Ordinal);
        Assert.Equal(["runs.db"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Where(name => name!.StartsWith("runs", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Resume_AnIdThatIsNone_IsRefused()
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync([.. Call, "--resume", "20260314-091500-7f3a"]));
        Assert.Equal($"No unfinished run is called '20260314-091500-7f3a' in {_folder.Path}. There is none; leave --resume out to train anew.\n", host.Error);
    }

    [Fact]
    public async Task Resume_WithoutAStore_IsRefusedWithAllElse()
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("train", File, "--target", "label", "--trials", "0", "--resume", "--no-store"));
        Assert.Equal(
            "--trials must be a whole number from 1 to 2147483647. Got '0'. Write it in digits alone.\n--resume has no use with --no-store: runs go on from what is recorded. Leave one of them out.\n",
            host.Error);
    }

    [Fact]
    public async Task Store_NamedAndNot_IsRefused()
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync([.. Call, "--no-store"]));
        Assert.Equal("--store names a store, and --no-store keeps none. Leave one of them out.\n", host.Error);
    }

    [Fact]
    public async Task NoStore_RecordsNothing()
    {
        var host = new TestHost { IsTerminal = false };
        Assert.Equal(ExitCode.Done, await host.RunAsync("train", File, "--target", "label", "--trials", "1", "--out", Path.Combine(_folder.Path, "run"), "--no-store"));
        Assert.False(host.Document.TryGetProperty("run", out _));
        Assert.False(System.IO.File.Exists(Store));
    }

    [Fact]
    public async Task Store_ThatIsNone_IsAWarningAndTheModelIsThere()
    {
        await System.IO.File.WriteAllTextAsync(Store, string.Concat(Enumerable.Repeat("not a database. ", 200)), TestContext.Current.CancellationToken);
        var host = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.Done, await host.RunAsync(Call));

        var said = $"The run was not recorded: {Store}: this is no SQLite database, or it is damaged. Move it away to begin a new store; packages are not touched.";
        Assert.Equal([said], host.Document.GetProperty("not_recorded").EnumerateArray().Select(text => text.GetString()));
        Assert.Empty(JsonSchema.Faults(host.Document, "train.schema.json"));
        Assert.Contains("Warning: The run was not recorded: ", host.Error, StringComparison.Ordinal);
        Assert.True(System.IO.File.Exists(Path.Combine(_folder.Path, "run", "model.mw")));
    }

    [Fact]
    public async Task Record_OfOptions_HoldsNoPasswordAndTheHashOfFiles()
    {
        var rows = _folder.Write("test.json", "[1]");
        var host = new TestHost { IsTerminal = false };
        Assert.True(await host.RunAsync([.. Call, "--test-rows", rows, "--threads", "1"]) == ExitCode.Done, host.Error);
        var show = new TestHost { IsTerminal = false };
        await show.RunAsync("runs", host.Document.GetProperty("run").GetString()!, "--store", Store);

        var options = show.Document.GetProperty("run").GetProperty("options").EnumerateObject().ToDictionary(option => option.Name, option => option.Value.GetString());
        Assert.Equal(["--target", "--test-rows", "--trials"], options.Keys.Order(StringComparer.Ordinal));
        Assert.Equal($"{rows} (sha256 080a9ed428559ef602668b4c00f114f1a11c3f6b02a435f0bdc154578e4d7f22)", options["--test-rows"]);
    }

    private string[] Call => ["train", File, "--target", "label", "--trials", "2", "--out", Path.Combine(_folder.Path, "run"), "--store", Store];
}
