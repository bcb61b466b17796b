using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class CompareVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Fact]
    public async Task Compare_ForAProgram_IsAsItsSchemaSays()
    {
        var host = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.Done, await host.RunAsync("compare", trained.ClassPackage, trained.ClassPackage, "--data", trained.ClassFile));

        Assert.Empty(JsonSchema.Faults(host.Document, "compare.schema.json"));
        Assert.Equal("no_difference", host.Document.GetProperty("verdict").GetString());
        Assert.Equal(120, host.Document.GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task Compare_OnATerminal_ShowsATableAndAVerdict()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("compare", trained.NumberPackage, trained.NumberPackage, "--data", trained.NumberFile));

        Assert.Contains("│ rmse", host.Output, StringComparison.Ordinal);
        Assert.Contains("No difference beyond doubt: it wins 50 % of the rows by squared error", host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, ExitCode.AnswerIsNo)]
    [InlineData(false, ExitCode.Done)]
    public async Task Compare_WorsePackage_FailsWhereItIsAsked(bool isAsked, int expected)
    {
        using var folder = new TempFolder();
        await new TestHost().RunAsync("train", trained.NumberFile, "--target", "amount", "--trials", "1", "--learners", "baseline", "--out", folder.Path);
        var host = new TestHost();
        string[] call = ["compare", trained.NumberPackage, Path.Combine(folder.Path, "model.mw"), "--data", trained.NumberFile];

        Assert.Equal(expected, await host.RunAsync(isAsked ? [.. call, "--fail-if-worse"] : call));

        Assert.Contains("The second is worse: ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_NoRows_SaysWhichOption()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("compare", trained.NumberPackage, trained.NumberPackage));
        Assert.Equal("No rows are named. Name a file of labelled rows with --data.\n", host.Error);
    }

    [Fact]
    public async Task Compare_APipe_IsReadOnce()
    {
        var host = new TestHost { IsTerminal = false, Input = File.ReadAllText(trained.ClassFile) };

        Assert.Equal(ExitCode.Done, await host.RunAsync("compare", trained.ClassPackage, trained.ClassPackage, "--data", "-"));
        Assert.Equal(120, host.Document.GetProperty("rows").GetInt32());
    }
}
