using System.Diagnostics;

namespace Modelwright.Acceptance.Tests.Documents;

/// <summary>Runs every command of the how-to pages, in order, in a copy of the samples.</summary>
public sealed class HowToTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "how-to"), "*.md").Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Commands_OfThePage_Work(string page)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are written for a POSIX shell.");
        var commands = Blocks.Of(page, "sh").SelectMany(block => block.Split('\n')).ToArray();
        Assert.NotEmpty(commands);
        using var folder = new TempFolder();
        foreach (var sample in new[] { "loans/loans.csv", "diabetes/diabetes.csv" })
        {
            var copy = Path.Combine(folder.Path, "samples", sample);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.Sample(sample), copy);
        }

        foreach (var command in commands)
        {
            var (code, text) = await ShellAsync(folder.Path, command);
            Assert.True(code == 0, $"{command}\n{text}");
        }

        Assert.Equal(2_001, File.ReadAllLines(Path.Combine(folder.Path, "runs/loans/scored.csv")).Length);
        Assert.Equal(443, File.ReadAllLines(Path.Combine(folder.Path, "runs/diabetes/scored.csv")).Length);
    }

    private static async Task<(int Code, string Text)> ShellAsync(string folder, string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", $"modelwright() {{ \"{CliProcess.Path}\" \"$@\"; }}\n{command}"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var result = await CliProcess.WaitAsync(process);
        return (result.ExitCode, result.Error);
    }
}
