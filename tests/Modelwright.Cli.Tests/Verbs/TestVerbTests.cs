using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class TestVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    private static async Task<TestHost> RunAsync(int exit, params string[] arguments)
    {
        var host = new TestHost { IsTerminal = false };
        Assert.True(exit == await host.RunAsync(arguments), host.Error);
        return host;
    }

    [Fact]
    public async Task Test_ForAProgram_HasCurvesShiftsProbesAndTheGate()
    {
        var host = await RunAsync(ExitCode.Done, "test", trained.ClassPackage, "--data", trained.ClassFile);

        var curves = host.Document.GetProperty("curves").EnumerateArray().ToArray();
        Assert.Contains(curves, curve => curve.GetProperty("perturbation").GetString() == "missing_values" && curve.GetProperty("worst_place").GetBoolean());
        Assert.All(curves, curve => Assert.Equal(0, curve.GetProperty("points")[0].GetProperty("lost").GetDouble()));
        Assert.Contains(host.Document.GetProperty("shifts").EnumerateArray(), shift => shift.GetProperty("name").GetString() == "subgroup");
        Assert.All(host.Document.GetProperty("probes").EnumerateArray(), probe => Assert.True(probe.GetProperty("sound").GetBoolean(), probe.GetProperty("text").GetString()));
        Assert.True(host.Document.GetProperty("passed").GetBoolean());
    }

    [Fact]
    public async Task Test_WithTrainingRowsAndAThreat_RunsAllOfItAndWritesThePage()
    {
        using var folder = new TempFolder();
        var (threat, page) = (Path.Combine(folder.Path, "threat.json"), Path.Combine(folder.Path, "test.html"));
        await RunAsync(ExitCode.Done, "test", trained.ClassPackage, "--data", trained.ClassFile, "--write-threat", threat, "--budget", "1s");

        var host = await RunAsync(ExitCode.Done, "test", trained.ClassPackage, "--data", trained.ClassFile, "--training", trained.ClassFile, "--threat", threat, "--report", page);

        Assert.Empty(JsonSchema.Faults(host.Document, "test.schema.json"));
        Assert.True(host.Document.GetProperty("attacks").GetProperty("all").GetProperty("rows").GetInt32() > 0);
        Assert.NotEmpty(host.Document.GetProperty("poisoning").GetProperty("poisons").EnumerateArray());
        Assert.Contains("<h2>How easily it is fooled</h2>", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_WithoutTrainingRows_SaysWhatWasNotRunAndHowToRunIt()
    {
        using var folder = new TempFolder();

        var host = await RunAsync(ExitCode.Done, "test", trained.ClassPackage, "--data", trained.ClassFile, "--store", Path.Combine(folder.Path, "none.db"));

        string[] texts = [.. host.Document.GetProperty("not_run").EnumerateArray().Select(text => text.GetString()!)];
        Assert.Contains(texts, text => text.StartsWith("Membership inference was not run: its run is not recorded in ", StringComparison.Ordinal) && text.EndsWith("Bring the training rows with --training FILE.", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("Poisoning was not run: its run is not recorded in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Test_OnATerminal_ShowsWhatHurtsAndTheVerdict()
    {
        var host = new TestHost();

        Assert.True(ExitCode.Done == await host.RunAsync("test", trained.NumberPackage, "--data", trained.NumberFile), host.Output + host.Error);
        Assert.Contains("what goes wrong", host.Output, StringComparison.Ordinal);
        Assert.Contains("Values are missing, where it hurts", host.Output, StringComparison.Ordinal);
        Assert.Contains("are refused with the column's name, or answered rightly.", host.Output, StringComparison.Ordinal);
        Assert.Contains("The model passes the gate: all", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_SameSeed_SameDocumentAtAnyNumberOfThreads()
    {
        var one = await RunAsync(ExitCode.Done, "test", trained.ClassPackage, "--data", trained.ClassFile, "--threads", "1", "--seed", "3");
        var two = await RunAsync(ExitCode.Done, "test", trained.ClassPackage, "--data", trained.ClassFile, "--threads", "2", "--seed", "3");

        foreach (var part in (string[])["gate", "figures", "curves", "shifts", "probes"])
        {
            Assert.Equal(one.Document.GetProperty(part).GetRawText(), two.Document.GetProperty(part).GetRawText());
        }
    }

    [Fact]
    public async Task Test_BoundThatIsNotKept_ExitsWithOneAndSaysWhich()
    {
        using var folder = new TempFolder();
        var gate = folder.Write("gate.json", """{"format": 1, "rules": [{"figure": "score", "at_least": 2}, {"figure": "privacy", "at_most": 1}, {"figure": "fairness", "at_most": 1, "required": false}]}""");

        var host = await RunAsync(ExitCode.AnswerIsNo, "test", trained.ClassPackage, "--data", trained.ClassFile, "--gate", gate);

        string[] texts = [.. host.Document.GetProperty("gate").EnumerateArray().Select(result => $"{result.GetProperty("passed").GetBoolean()} {result.GetProperty("text").GetString()}")];
        Assert.Matches(@"^False 'score' is [01](\.\d+)? \(0\.\d+ … 1; roc_auc without strain\), where at least 2 is asked\.$", texts[0]);
        Assert.Equal("False 'privacy' was not measured, and the gate asks for it.", texts[1]);
        Assert.Equal("True 'fairness' was not measured; the gate does not insist on it.", texts[2]);
    }

    [Fact]
    public async Task WriteGate_ReadBack_AsksTheSame()
    {
        using var folder = new TempFolder();
        var gate = Path.Combine(folder.Path, "gate.json");

        var usual = await RunAsync(ExitCode.Done, "test", trained.ClassPackage, "--data", trained.ClassFile, "--write-gate", gate);
        var own = await RunAsync(ExitCode.Done, "test", trained.ClassPackage, "--data", trained.ClassFile, "--gate", gate);

        Assert.Equal(usual.Document.GetProperty("gate").GetRawText(), own.Document.GetProperty("gate").GetRawText());
    }

    [Theory]
    [InlineData("""{"format": 1, "rules": []}""", "it has 0 rules, where 1 to 1000 are read.")]
    [InlineData("""{"format": 2, "rules": [{"figure": "lead", "at_least": 0}]}""", "gate format 2 is not known; this release reads format 1.")]
    [InlineData("""{"format": 1, "rules": [{"figure": "lead"}]}""", "the rule for 'lead' sets neither at_most nor at_least.")]
    [InlineData("""{"format": 1, "rules": [{"figure": "lead", "at_most": 1, "at_least": 2}]}""", "no figure keeps the bounds of the rule for 'lead'.")]
    [InlineData("""{"format": 1, "rules": [{"figure": "lead", "atmost": 1}]}""", "line 1: this is not a gate: 'atmost' is no part of a gate.")]
    [InlineData("rules", "line 1: this is not a gate:")]
    public async Task Gate_NoGate_SaysWhatIsWrong(string text, string expected)
    {
        using var folder = new TempFolder();

        var host = await RunAsync(ExitCode.CallIsWrong, "test", trained.ClassPackage, "--data", trained.ClassFile, "--gate", folder.Write("gate.json", text));

        Assert.Contains(expected, host.Error, StringComparison.Ordinal);
        Assert.Contains("--gate: '", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_ThatAreWrong_SayAllOfIt()
    {
        Assert.Contains("--data is missing: modelwright test PACKAGE --data FILE [options]", (await RunAsync(ExitCode.CallIsWrong, "test", trained.ClassPackage)).Error, StringComparison.Ordinal);
        var host = await RunAsync(ExitCode.CallIsWrong, "test", trained.ClassPackage, "--data", trained.ClassFile, "--gate", "none.json", "--seed", "-1", "--budget", "soon");
        Assert.Contains("--gate: the file 'none.json' was not found. Check the path.", host.Error, StringComparison.Ordinal);
        Assert.Contains("--seed must be a whole number from 0", host.Error, StringComparison.Ordinal);
        Assert.Contains("--budget", host.Error, StringComparison.Ordinal);
    }
}
