using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class InspectVerbTests
{
    private static readonly string Loans = Path.Combine(Repository.Root, "samples", "loans", "loans.csv");

    [Fact]
    public async Task Inspect_OnATerminal_ShowsColumnsAndFindings()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", Loans, "--target", "defaulted"));
        Assert.Empty(host.Error);
        Snapshot.Verify("Verbs/inspect-loans", host.Output.Replace(Loans, "loans.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Inspect_ForAProgram_WritesOneDocument(bool isTerminal)
    {
        var host = new TestHost { IsTerminal = isTerminal };

        Assert.Equal(ExitCode.Done, await host.RunAsync(["inspect", Loans, "--target", "defaulted", .. isTerminal ? ["--json"] : Array.Empty<string>()]));

        Assert.Equal(2000, host.Document.GetProperty("rows").GetInt32());
        Assert.Equal("classification", host.Document.GetProperty("task").GetString());
        Assert.Equal(14, host.Document.GetProperty("columns").GetArrayLength());
        Assert.Equal("csv", host.Document.GetProperty("source").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Inspect_StandardInput_IsReadLikeAFile()
    {
        var host = new TestHost { IsTerminal = false, Input = "a,b\n1,x\n2,y\n" };

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", "-"));
        Assert.Equal(2, host.Document.GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task Inspect_StandardInputOfObjects_IsReadAsJsonLines()
    {
        var host = new TestHost { IsTerminal = false, Input = "{\"a\": 1}\n{\"a\": 2}\n" };

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", "-"));
        Assert.Equal("a", host.Document.GetProperty("columns")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Inspect_MeaningGivenByAPerson_Wins()
    {
        var host = new TestHost { IsTerminal = false, Input = "zip,n,w\n10115,1,1\n10117,2,1\n10119,3,2\n" };

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", "-", "--types", "zip=category", "--weight", "w", "--ignore", "n"));

        var columns = host.Document.GetProperty("columns");
        Assert.Equal("category", columns[0].GetProperty("type").GetString());
        Assert.Equal("ignore", columns[1].GetProperty("role").GetString());
        Assert.Equal("weight", columns[2].GetProperty("role").GetString());
    }

    [Fact]
    public async Task Inspect_BrokenFile_SaysLineAndRemedy()
    {
        var host = new TestHost();
        using var folder = new TempFolder();
        var path = folder.Write("broken.csv", "a,b\n1,2\n3\n");

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("inspect", path));
        Assert.StartsWith($"{path}, line 3: ", host.Error, StringComparison.Ordinal);
        Assert.Empty(host.Output);
    }

    [Theory]
    [InlineData("", "Next: modelwright train 'my rows.csv' --target COLUMN\n")]
    [InlineData("--ignore b --target=a", "Next: modelwright train 'my rows.csv' --ignore b --target a\n")]
    public async Task Inspect_OnATerminal_EndsWithTheNextCall(string options, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows quotes words in another way.");
        var host = new TestHost();
        using var folder = new TempFolder();
        var path = folder.Write("my rows.csv", "a,b\n1,x\n2,y\n");

        Assert.Equal(ExitCode.Done, await host.RunAsync(["inspect", path, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        Assert.EndsWith(expected, host.Output.Replace(folder.Path + "/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_StandardInputOnATerminal_NamesNoTemporaryFile()
    {
        var host = new TestHost { Input = "a,b\n1,x\n2,y\n" };

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", "-"));
        Assert.StartsWith("standard input: 2 rows, 2 columns\n", host.Output, StringComparison.Ordinal);
        Assert.EndsWith("Next: modelwright train FILE --target COLUMN\n", host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n4\n", "--skip-bad-rows")]
    [InlineData("1,2\n3,4\n", "--no-header")]
    [InlineData("a,b\n1,\"2\n3,4\n", "--no-quotes")]
    public async Task Inspect_BrokenFile_NamesTheOptionThatHelps(string text, string option)
    {
        using var folder = new TempFolder();
        var host = new TestHost();
        var path = folder.Write("rows.csv", text);

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("inspect", path));
        Assert.Contains($" give {option}", host.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("inspect", path, option));
    }

    [Fact]
    public async Task Inspect_BrokenStandardInput_SaysSo()
    {
        var host = new TestHost { Input = "a,b\n1,2\n3\n" };

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("inspect", "-"));
        Assert.StartsWith("standard input, line 3: ", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_ControlCharactersInTheData_AreNotObeyed()
    {
        var host = new TestHost();
        using var folder = new TempFolder();
        var path = folder.Write("evil.csv", "a\u001b[2Jb,c\n1,x\n2,[red]y\n");

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", path));
        Assert.DoesNotContain('\u001b', host.Output);
        Assert.Contains("[red]y", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_ValuesThatDoNotAgree_AreShownWithTheirRows()
    {
        using var folder = new TempFolder();
        var path = folder.Write("people.csv", "mail,n\n" + string.Concat(Enumerable.Range(0, 60).Select(row => row is 8 or 31 ? "none given,1\n" : $"user{row % 20}@example.com,{row % 7}\n")));
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", path));

        Assert.Contains(
            "Odd: 'mail' is email by 58 of 60 values (confidence 0.959), but not 'none given' (2 times, first in row 9).",
            host.Output.ReplaceLineEndings(" "),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_HowColumnsAreRead_IsInTheDocument()
    {
        var host = new TestHost { IsTerminal = false, Input = "weight;tags;day\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row},5 {(row % 4 == 0 ? "g" : "kg")};a|b{(row % 2 == 0 ? "|c" : "")};01/02/2024\n")) };

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", "-"));

        var columns = host.Document.GetProperty("columns");
        Assert.Empty(JsonSchema.Faults(host.Document, "inspect.schema.json"));
        Assert.Equal("kg", columns[0].GetProperty("unit").GetString());
        Assert.Equal("""{"decimal_separator":",","group_separators":"","negative_parentheses":false,"suffixes":[{"text":"kg","factor":1},{"text":"g","factor":0.001}]}""", System.Text.Json.JsonSerializer.Serialize(columns[0].GetProperty("notation")));
        Assert.Equal(("list", "|"), (columns[1].GetProperty("kind").GetString(), columns[1].GetProperty("list_separator").GetString()));
        Assert.Equal(40, columns[0].GetProperty("agreeing").GetInt32());
    }

    [Fact]
    public async Task Inspect_Baskets_TellWhatStandsTogether()
    {
        using var folder = new TempFolder();
        var random = new Random(2);
        string[] others = ["tea", "salt", "rice", "soap", "oil"];
        var path = folder.Write("baskets.csv", "day,basket\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"{row % 30},{string.Join(';', (row % 3 == 0 ? new[] { "milk", "bread" } : []).Concat(others.Where(_ => random.NextDouble() < 0.4)).DefaultIfEmpty("soap"))}\n")));
        var (person, program) = (new TestHost(), new TestHost { IsTerminal = false });

        Assert.Equal(ExitCode.Done, await person.RunAsync("inspect", path));
        Assert.Equal(ExitCode.Done, await program.RunAsync("inspect", path));

        Assert.Contains("stands together", person.Output, StringComparison.Ordinal);
        Assert.Contains(program.Document.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("text").GetString()!.Contains("'milk' with 'bread' in 100 % of cases, 3 times as often as in all (100 lists)", StringComparison.Ordinal));
        Assert.Empty(JsonSchema.Faults(program.Document, "inspect.schema.json"));
        var baskets = program.Document.GetProperty("depth").GetProperty("baskets")[0];
        var rule = baskets.GetProperty("rules")[0];
        Assert.Equal((300, 7, 5), (baskets.GetProperty("baskets").GetInt32(), baskets.GetProperty("items").GetInt32(), baskets.GetProperty("least_count").GetInt32()));
        Assert.Equal(("milk", "bread", 3.0), (rule.GetProperty("if")[0].GetString(), rule.GetProperty("then").GetString(), Math.Round(rule.GetProperty("lift").GetDouble(), 9)));
        Assert.False(rule.TryGetProperty("conviction", out _));
    }

    [Fact]
    public async Task Inspect_NumbersAndTimesHeldAsText_ShowTheirRanges()
    {
        using var folder = new TempFolder();
        var path = folder.Write("sales.csv", "price,share,weight,day,n\n$3k,12 %,2 kg,25/12/2024,1\n\"$1,250\",7.5 %,500 g,01/02/2024,2.5\n$950,30 %,1.5 kg,03/04/2025,7\n");
        var (person, program) = (new TestHost(), new TestHost { IsTerminal = false });

        Assert.Equal(ExitCode.Done, await person.RunAsync("inspect", path));
        Assert.Equal(ExitCode.Done, await program.RunAsync("inspect", path));

        string[] lines = [.. person.Output.Split('\n').Where(line => line.StartsWith('│') && line.Contains('…', StringComparison.Ordinal)).Select(line => line.Trim('│', ' ').Split('│')[^1].Trim())];
        Assert.Equal(["950 … 1,250 … 3,000 $", "7.5 … 12 … 30 %", "0.5 … 1.5 … 2 kg", "2024-02-01 … 2025-04-03", "1 … 2.5 … 7"], lines);
        Assert.Empty(JsonSchema.Faults(program.Document, "inspect.schema.json"));
        string[] figures = [.. program.Document.GetProperty("columns").EnumerateArray().Select(column => string.Join(' ', new[] { "unit", "minimum", "mean", "median", "maximum", "earliest", "latest" }.Select(name => column.TryGetProperty(name, out var value) ? value.ToString() : "-")))];
        Assert.Equal(["$ 950 1733.3333333333333 1250 3000 - -", "% 7.5 16.5 12 30 - -", "kg 0.5 1.3333333333333333 1.5 2 - -", "- - - - - 2024-02-01T00:00:00 2025-04-03T00:00:00", "- 1 3.5 2.5 7 - -"], figures);
    }
}
