using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Modelwright.Acceptance.Tests.Documents;

/// <summary>What the README says is so.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Example_IsTheSampleThatIsCompiled() =>
        Assert.Equal(File.ReadAllText(Repository.Sample("csharp/Program.cs")).TrimEnd(), Assert.Single(Blocks.Of("README.md", "csharp")));

    [Fact]
    public async Task Picture_IsWhatTheToolPrints()
    {
        var picture = Assert.Single(Blocks.Of("README.md", "text")).Split('\n');
        using var folder = new TempFolder();
        var copy = Path.Combine(folder.Path, "samples", "breast-cancer", "breast_cancer.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(Repository.Sample("breast-cancer/breast_cancer.csv"), copy);

        var run = await CliProcess.RunAsync(folder.Path, [.. picture[0].Split(' ').Skip(2).TakeWhile(word => word != "--budget"), "--trials", "12"]);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(Skeleton(run.Error.TrimEnd().Split('\n')), Skeleton(picture.Skip(1)));
    }

    [Fact]
    public async Task Example_Runs()
    {
        using var folder = new TempFolder();
        folder.Write("customers.csv", Customers());
        var start = new ProcessStartInfo("dotnet", [typeof(Repository).Assembly.Location.Replace("Modelwright.Acceptance.Tests", "Modelwright.Samples.CSharp", StringComparison.Ordinal)])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;

        var result = await CliProcess.WaitAsync(process);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Matches(@"^(yes|no) [0-9.,]+\s?%\s*$", result.Output);
    }

    [Fact]
    public void Links_LeadToFiles()
    {
        var absent = Page.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)])
            .Where(link => !link.StartsWith("https://", StringComparison.Ordinal) && !File.Exists(Path.Combine(Repository.Root, link)));

        Assert.Empty(absent);
    }

    [Theory]
    [InlineData("main job", "dotnet run ")]
    [InlineData("tests", "dotnet test ")]
    public void Commands_AreWhereTheScriptLooks(string name, string start)
    {
        var marker = $"<!-- command: {name} -->\n```sh\n";

        Assert.Contains(marker + start, Page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    // What does not depend on the machine or the number of trials: titles of tables, metrics, and the words of other lines.
    private static IEnumerable<string> Skeleton(IEnumerable<string> lines)
    {
        var (isWarning, isOfTheRun) = (false, false);
        foreach (var line in lines.Select(line => line.TrimEnd()))
        {
            isWarning = line.StartsWith("Warning: ", StringComparison.Ordinal) || line.StartsWith('\'') || (isWarning && !line.StartsWith("Wrote ", StringComparison.Ordinal));
            isOfTheRun = line.StartsWith('├') ? isOfTheRun : TitlesOfTheRun().IsMatch(line) || (line.StartsWith('│') && isOfTheRun);
            if (line.StartsWith('│') && (!isOfTheRun || TitlesOfTheRun().IsMatch(line)))
            {
                yield return string.Join('|', line.Split('│', StringSplitOptions.TrimEntries).Where(cell => !cell.Any(char.IsAsciiDigit) || cell.EndsWith("fold", StringComparison.Ordinal)));
            }
            else if (!isWarning && line.Length > 0 && char.IsAsciiLetterOrDigit(line.TrimStart()[0]))
            {
                yield return Digits().Replace(MoreTrials().Replace(line, ""), "#");
            }
        }
    }

    [GeneratedRegex("^│ (learner|choice|column) ")]
    private static partial Regex TitlesOfTheRun();

    [GeneratedRegex(" [0-9]+ more trials are in evidence.json.$")]
    private static partial Regex MoreTrials();

    [GeneratedRegex(@"[0-9][0-9.,-]*( [KM]B)?")]
    private static partial Regex Digits();

    private static string Customers() => "tenure,plan,age,churned\n" + string.Concat(Enumerable.Range(0, 200).Select(row =>
        $"{row * 13 % 60},{(row % 3 == 0 ? "premium" : "basic")},{(row % 11 == 0 ? "" : 20 + (row * 7 % 50))},{((row * 13 % 60) < 12 || row % 17 == 0 ? "yes" : "no")}\n"));
}
