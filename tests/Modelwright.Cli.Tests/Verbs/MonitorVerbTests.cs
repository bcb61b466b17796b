using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class MonitorVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Fact]
    public async Task Monitor_ForAProgram_IsAsItsSchemaSays()
    {
        using var folder = new TempFolder();
        var (kept, page) = (Path.Combine(folder.Path, "reference.json"), Path.Combine(folder.Path, "page.html"));
        var first = new TestHost { IsTerminal = false };
        var second = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.Done, await first.RunAsync("monitor", trained.NumberPackage, "--reference", trained.NumberFile, "--write-reference", kept, "--current", trained.NumberFile));
        Assert.Equal(ExitCode.Done, await second.RunAsync("monitor", trained.NumberPackage, "--reference", kept, "--current", trained.NumberFile, "--rows", "30", "--report", page));

        Assert.Empty(JsonSchema.Faults(first.Document, "monitor.schema.json"));
        Assert.Empty(JsonSchema.Faults(second.Document, "monitor.schema.json"));
        Assert.Equal(120, second.Document.GetProperty("reference").GetProperty("rows").GetInt32());
        Assert.Equal(4, second.Document.GetProperty("windows").GetArrayLength());
        Assert.Contains("rows 91 to 120", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Monitor_AColumnGone_IsAnAlarmAndExitCodeOne()
    {
        using var folder = new TempFolder();
        var current = folder.Write("current.csv", "colour\n" + string.Concat(Enumerable.Repeat("red\nblue\n", 50)));
        var (person, program) = (new TestHost(), new TestHost { IsTerminal = false });

        Assert.Equal(ExitCode.AnswerIsNo, await person.RunAsync("monitor", trained.ClassPackage, "--current", current));
        Assert.Equal(ExitCode.AnswerIsNo, await program.RunAsync("monitor", trained.ClassPackage, "--current", current));

        var text = person.Output.ReplaceLineEndings(" ");
        Assert.Contains("Alarm: Column 'size' is gone, and the model refuses rows without it.", text, StringComparison.Ordinal);
        Assert.Contains("Alarm in 1 of 1 window.", text, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Faults(program.Document, "monitor.schema.json"));
        Assert.True(program.Document.GetProperty("alarm").GetBoolean());
    }

    [Fact]
    public async Task Monitor_OnATerminal_SaysPerformanceAndDrift()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("monitor", trained.ClassPackage, "--reference", trained.ClassFile, "--current", trained.ClassFile, "--labels"));

        Assert.Contains("held against 120 reference rows, 120 with a label", string.Join(' ', host.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("distance from the reference", host.Output, StringComparison.Ordinal);
        Assert.Contains("No alarm.", host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--current is missing: modelwright monitor PACKAGE --current FILE [options]")]
    [InlineData("--rows and --window both cut the rows. Give one of them.", "--current", "a.csv", "--rows", "5", "--window", "7d")]
    [InlineData("--time has no use without --window. Give a length such as --window 7d, or leave --time out.", "--current", "a.csv", "--time", "day")]
    [InlineData("--matters must be above 0 and below 1. Got '2'. 0.025 is the default: 0.80 that becomes 0.78.", "--current", "a.csv", "--matters", "2")]
    [InlineData("--webhook is not an address. Write it whole, such as https://example.com/hooks/models.", "--current", "a.csv", "--webhook", "secret")]
    [InlineData("The address of a webhook must begin with https://, or with http:// and name this machine itself.", "--current", "a.csv", "--webhook", "http://example.com/secret")]
    public async Task Monitor_WrongCall_SaysWhatToDo(string text, params string[] options)
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["monitor", trained.ClassPackage, .. options]));
        Assert.Contains(text, host.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Monitor_LabelsThatAreNotThere_SaysSo()
    {
        using var folder = new TempFolder();
        var current = folder.Write("current.csv", "size,colour\n1,red\n2,blue\n");
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("monitor", trained.ClassPackage, "--current", current, "--labels"));
        Assert.Contains("--labels: the rows have no column 'label', which the model predicts. Bring it, or leave --labels out to estimate.", host.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
