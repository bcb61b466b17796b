using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class RetrainVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Fact]
    public async Task Retrain_NoNewRows_ChampionStays()
    {
        using var folder = new TempFolder();
        var host = new TestHost { IsTerminal = false };
        var challenger = Path.Combine(folder.Path, "new.mw");

        Assert.Equal(ExitCode.AnswerIsNo, await host.RunAsync("retrain", trained.ClassPackage, "--data", trained.ClassFile, "-o", challenger));

        Assert.Empty(JsonSchema.Faults(host.Document, "retrain.schema.json"));
        Assert.False(host.Document.GetProperty("promote").GetBoolean());
        Assert.Equal(24, host.Document.GetProperty("rows").GetInt32());
        Assert.True(File.Exists(challenger));
    }

    [Fact]
    public async Task Retrain_StaleChampion_IsReplaced()
    {
        using var folder = new TempFolder();
        var turned = folder.Write("turned.csv", Turned(await File.ReadAllTextAsync(trained.ClassFile, TestContext.Current.CancellationToken)));
        var stale = Path.Combine(folder.Path, "stale");
        await new TestHost().RunAsync("train", turned, "--target", "label", "--trials", "2", "--out", stale);
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("retrain", Path.Combine(stale, "model.mw"), "--data", trained.ClassFile, "--no-gate", "--shuffled"));

        Assert.Contains("judged on the 24 drawn by the seed", host.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(stale, "model.challenger.mw")));
    }

    private static string Turned(string rows) => rows.Replace(",yes\n", ",?\n", StringComparison.Ordinal).Replace(",no\n", ",yes\n", StringComparison.Ordinal).Replace(",?\n", ",no\n", StringComparison.Ordinal);

    [Fact]
    public async Task Retrain_WrongCall_SaysAllFaults()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("retrain", trained.ClassPackage, "--recent", "2"));

        Assert.Equal("--data is missing: modelwright retrain PACKAGE --data FILE [options]\n--recent must be a number from 0.01 to 0.99. Got '2'. Write it with a decimal point, such as 0.9.\n", host.Error);
    }
}
