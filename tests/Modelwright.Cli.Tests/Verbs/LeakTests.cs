using System.Globalization;
using System.Text;
using System.Text.Json;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class LeakTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Size tells part of the label, state all of it, and late days have one outcome.
    private string Leaky(bool hasCopy = true)
    {
        var random = new Random(4);
        var text = new StringBuilder(hasCopy ? "size,state,seen,label\n" : "size,seen,label\n");
        for (var row = 0; row < 400; row++)
        {
            var size = random.Next(100);
            var isYes = size > 50 != random.NextDouble() < 0.2;
            var day = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(isYes && random.NextDouble() < 0.4 ? 300 + random.Next(30) : random.Next(300));
            text.Append(CultureInfo.InvariantCulture, $"{size},{(hasCopy ? isYes ? "gone," : "here," : "")}{day:yyyy-MM-dd},{(isYes ? "yes" : "no")}\n");
        }

        return _folder.Write("leaky.csv", text.ToString());
    }

    private string Run => Path.Combine(_folder.Path, "run");

    private string RoleOf(string column)
    {
        using var plan = JsonDocument.Parse(File.ReadAllText(Path.Combine(Run, "plan.json")));
        return plan.RootElement.GetProperty("columns").EnumerateArray().Single(spec => spec.GetProperty("name").GetString() == column).GetProperty("role").GetString()!;
    }

    [Fact]
    public async Task Inspect_WithATarget_ShowsLeaksFirst()
    {
        var host = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", Leaky(), "--target", "label"));

        var findings = host.Document.GetProperty("findings").EnumerateArray().ToArray();
        Assert.Equal(["target_copy", "late_times"], findings.Take(2).Select(finding => finding.GetProperty("kind").GetString()));
        Assert.Equal(400, findings[0].GetProperty("measured").GetProperty("rows").GetDouble());
    }

    [Fact]
    public async Task Train_InAPipe_DropsTheCopyAloneAndLeadsWithTheFindings()
    {
        var host = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", Leaky(), "--target", "label", "--trials", "1", "--out", Run));

        Assert.StartsWith("Severe: 'state' is the target under another name: each of its 2 values stands", host.Error, StringComparison.Ordinal);
        Assert.Equal("drop", host.Document.GetProperty("evidence").GetProperty("findings")[0].GetProperty("choice").GetString());
        Assert.Equal(("ignore", "feature"), (RoleOf("state"), RoleOf("seen")));
    }

    [Theory]
    [InlineData("drop", "ignore", "ignore")]
    [InlineData("keep", "feature", "feature")]
    public async Task Train_Leaks_DoesAsTold(string choice, string state, string seen)
    {
        var host = new TestHost { Lines = new() };

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", Leaky(), "--target", "label", "--trials", "1", "--leaks", choice, "--out", Run));

        Assert.Equal((state, seen), (RoleOf("state"), RoleOf("seen")));
        Assert.DoesNotContain("[Y/n]", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_AtATerminal_AsksAboutEachColumn()
    {
        var host = new TestHost { Lines = new(["n", "what", ""]) };

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", Leaky(), "--target", "label", "--trials", "1", "--out", Run));

        Assert.Equal(("feature", "ignore"), (RoleOf("state"), RoleOf("seen")));
        Assert.Contains("Leave 'state' out of training? [Y/n]\n", host.Output, StringComparison.Ordinal);
        Assert.Contains("Leave 'seen' out of training? [Y/n]\nAnswer y or n.\nLeave 'seen' out of training? [Y/n]\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_UnknownChoice_SaysWhichThereAre()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("train", Leaky(), "--target", "label", "--leaks", "dropp"));

        Assert.Equal("--leaks is not known: 'dropp'. Did you mean 'drop'? There are: ask, drop, keep.\n", host.Error);
    }

    [Fact]
    public async Task Inspect_Deep_ListsRowsWhoseLabelIsDoubted()
    {
        var host = new TestHost { IsTerminal = false };
        var text = new StringBuilder("size,colour,label\n");
        for (var row = 0; row < 300; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row * 37 % 101},{(row % 3 == 0 ? "red" : "blue")},{(row * 37 % 101 > 50 != (row == 120) ? "yes" : "no")}\n");
        }

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", _folder.Write("rows.csv", text.ToString()), "--target", "label", "--deep"));

        Assert.Contains(120, host.Document.GetProperty("suspect_rows").EnumerateArray().Select(row => row.GetProperty("row").GetInt32()));
    }

    [Fact]
    public async Task Inspect_Fix_WritesAPlanThatTrainFollows()
    {
        var (host, file, plan) = (new TestHost { IsTerminal = false }, Leaky(), Path.Combine(_folder.Path, "plan.json"));

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", file, "--target", "label", "--fix", "-o", plan));
        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("train", file, "--plan", plan, "--trials", "1", "--out", Run));

        var fix = host.Document.GetProperty("fix");
        Assert.Equal(["state", "seen"], fix.GetProperty("written").EnumerateArray().Select(remedy => remedy.GetProperty("column").GetString()));
        Assert.Equal(("ignore", "ignore"), (RoleOf("state"), RoleOf("seen")));
    }

    [Fact]
    public async Task Inspect_FixOnATerminal_SaysWhatWasWrittenAndWhatIsNext()
    {
        var (host, file, plan) = (new TestHost(), Leaky(hasCopy: false), Path.Combine(_folder.Path, "plan.json"));

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", file, "--target", "label", "--fix", "-o", plan));

        Assert.Contains($"Next: modelwright train {file} --plan {plan}\n", host.Output, StringComparison.Ordinal);
        Assert.Contains($"Wrote {plan}:\n  'seen': role ignore (late_times)\n", host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fix", "--fix writes a plan, and a plan says what is to be predicted. Name the column with --target.\n")]
    [InlineData("-o plan.json", "--output names where the plan of --fix goes. Add --fix, or leave it out.\n")]
    public async Task Inspect_FixWithoutWhatItNeeds_SaysSo(string options, string text)
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["inspect", Leaky(), .. options.Split(' ')]));

        Assert.Equal(text, host.Error);
    }
}
