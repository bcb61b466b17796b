using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs.Runs;

/// <summary>'compare' of packages that are named by the run that wrote them.</summary>
public sealed class CompareRunsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "store", "runs.db");

    private string Rows { get; }

    public CompareRunsTests() => Rows = _folder.Write("rows.csv", Verbs.Rows.Classes(120));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Compare_IdsOfRuns_ComparesTheirPackages()
    {
        var (one, two) = (await TrainAsync("1"), await TrainAsync("2"));

        var byId = await CompareAsync(one, two);
        var byPath = await CompareAsync(Packed("1"), Packed("2"));
        var mixed = await CompareAsync(Packed("1"), two);

        Assert.Equal(byPath, byId);
        Assert.Equal(byPath, mixed);
    }

    [Fact]
    public async Task Compare_IdsThatLeadNowhere_SaysAllOfThem()
    {
        var one = await TrainAsync("1");
        var typed = one[..^1] + (one[^1] == 'a' ? 'b' : 'a');
        File.Move(Packed("1"), Path.Combine(_folder.Path, "moved.mw"));

        var said = await FaultAsync(typed, one);

        Assert.Equal(
            $"No run '{typed}' is recorded. Did you mean '{one}'? 'modelwright runs' lists those there are.\n" +
            $"Run '{one}' wrote its package to '{Packed("1")}', where there is none now. Name the package by its path where it is.\n",
            said);
    }

    [Fact]
    public async Task Compare_AnotherModelInItsPlace_IsNotTakenForIt()
    {
        var (one, two) = (await TrainAsync("1"), await TrainAsync("2", "--learners", "baseline"));
        var (own, other) = (await ModelAsync("1"), await ModelAsync("2"));
        File.Copy(Packed("2"), Packed("1"), overwrite: true);

        Assert.Equal(
            $"Run '{one}' wrote model {own[..12]} to '{Packed("1")}', where model {other[..12]} is now. Name the package of the run by its path where it is, or that file by its path.\n",
            await FaultAsync(one, two));
    }

    private string Packed(string trials) => Path.Combine(_folder.Path, trials, "model.mw");

    private static async Task<TestHost> RunAsync(int expected, params string[] call)
    {
        var host = new TestHost { IsTerminal = false };
        var code = await host.RunAsync(call);
        Assert.True(code == expected, host.Error);
        return host;
    }

    private async Task<string> CompareAsync(string first, string second) =>
        (await RunAsync(ExitCode.Done, "compare", first, second, "--data", Rows, "--store", Store)).Document.GetProperty("metrics").GetRawText();

    private async Task<string> FaultAsync(string first, string second)
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("compare", first, second, "--data", Rows, "--store", Store));
        return host.Error;
    }

    private async Task<string> ModelAsync(string trials) =>
        (await RunAsync(ExitCode.Done, "compare", Packed(trials), Packed(trials), "--data", Rows)).Document.GetProperty("first_model_id").GetString()!;

    private async Task<string> TrainAsync(string trials, params string[] more) =>
        (await RunAsync(ExitCode.Done, ["train", Rows, "--target", "label", "--trials", trials, "--out", Path.Combine(_folder.Path, trials), "--store", Store, .. more])).Document.GetProperty("run").GetString()!;
}
