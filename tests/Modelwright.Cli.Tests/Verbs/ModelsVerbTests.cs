using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class ModelsVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task<TestHost> RunAsync(int exit, params string[] arguments)
    {
        var host = new TestHost { IsTerminal = false };
        Assert.True(exit == await host.RunAsync(["models", .. arguments, "--store", Path.Combine(_folder.Path, "runs.db")]), host.Error + host.Output);
        if (exit < ExitCode.CallIsWrong)
        {
            Assert.Empty(JsonSchema.Faults(host.Document, "models.schema.json"));
        }

        return host;
    }

    [Fact]
    public async Task Models_FromRegisterToRemove_AnswersAsTheSchemaSays()
    {
        await RunAsync(ExitCode.Done, "register", trained.ClassPackage, "--name", "m", "--by", "ann");
        var second = await RunAsync(ExitCode.Done, "register", trained.NumberPackage, "--name", "m", "--note", "numbers");
        Assert.Equal(2, second.Document.GetProperty("version").GetProperty("version").GetInt32());

        var refused = await RunAsync(ExitCode.AnswerIsNo, "promote", "m@1");
        Assert.False(refused.Document.GetProperty("promotion").GetProperty("champion").GetBoolean());
        await RunAsync(ExitCode.Done, "promote", "m@1", "--force", "--reason", "first");
        await RunAsync(ExitCode.Done, "promote", "m@2", "--force", "--reason", "better");
        await RunAsync(ExitCode.Done, "alias", "m@2", "challenger");
        await RunAsync(ExitCode.Done, "rollback", "m");
        var copy = Path.Combine(_folder.Path, "copy.mw");
        await RunAsync(ExitCode.Done, "get", "m@champion", "-o", copy);
        Assert.Equal(await File.ReadAllBytesAsync(trained.ClassPackage, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken));
        await RunAsync(ExitCode.CallIsWrong, "remove", "m@2");
        await RunAsync(ExitCode.Done, "alias", "m", "challenger", "--drop");
        await RunAsync(ExitCode.Done, "remove", "m@2");

        Assert.Equal(8, (await RunAsync(ExitCode.Done, "log", "m")).Document.GetProperty("log").GetArrayLength());
        Assert.Equal(1, (await RunAsync(ExitCode.Done)).Document.GetProperty("models")[0].GetProperty("champion").GetInt32());
        await RunAsync(ExitCode.Done, "show", "m");
        await RunAsync(ExitCode.Done, "show", "m@champion");
    }

    [Fact]
    public async Task Models_ForAPerson_SaysWhatIsChampion()
    {
        var store = Path.Combine(_folder.Path, "runs.db");
        await RunAsync(ExitCode.Done, "register", trained.ClassPackage, "--name", "m");
        await RunAsync(ExitCode.Done, "promote", "m", "--force", "--reason", "first");
        foreach (var (arguments, expected) in new (string[], string)[] { ([], "m "), (["show", "m"], "champion"), (["show", "m@1"], "sha256 "), (["log", "m"], "promote (forced)"), (["promote", "m@1"], "Refused: m@1 does not pass the gate.") })
        {
            var host = new TestHost();
            await host.RunAsync(["models", .. arguments, "--store", store]);
            Assert.Contains(expected, host.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("'models lst' is not known. Did you mean 'list'?", "lst")]
    [InlineData("'models promote' takes NAME@VERSION; 0 were given.", "promote")]
    [InlineData("--name is missing: 'models register' needs it.", "register", "x.mw")]
    [InlineData("--force has no use with 'models log'. Leave it out.", "log", "m", "--force")]
    public async Task Models_WrongCall_SaysWhatToDo(string expected, params string[] arguments) =>
        Assert.Contains(expected, (await RunAsync(ExitCode.CallIsWrong, arguments)).Output, StringComparison.Ordinal);
}
