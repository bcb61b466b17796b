using System.Diagnostics;
using System.IO.Compression;

namespace Modelwright.Acceptance.Tests.Packing;

/// <summary>The packages that others install.</summary>
[Trait("Speed", "Slow")]
public sealed class ToolTests
{
    [Fact]
    public async Task Tool_FromALocalFolder_Works()
    {
        using var folder = new TempFolder();
        await DotnetAsync("pack", Path.Combine(Repository.Root, "src", "Modelwright.Cli"), "--no-build", "-c", Configuration, "-o", folder.Path);

        await DotnetAsync("tool", "install", "Modelwright.Cli", "--prerelease", "--add-source", folder.Path, "--tool-path", Path.Combine(folder.Path, "tool"));

        using var process = Process.Start(new ProcessStartInfo(Path.Combine(folder.Path, "tool", "modelwright"), ["inspect", Repository.Sample("diabetes/diabetes.csv")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var result = await CliProcess.WaitAsync(process);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(442, result.Document.GetProperty("rows").GetInt32());
    }

    [Theory]
    [InlineData("Modelwright.Core")]
    [InlineData("Modelwright.Runtime")]
    [InlineData("Modelwright.Hosting")]
    [InlineData("Modelwright.Learners")]
    [InlineData("Modelwright.LightGbm")]
    [InlineData("Modelwright")]
    [InlineData("Modelwright.Testing")]
    public async Task Library_IsPacked(string name)
    {
        using var folder = new TempFolder();

        await DotnetAsync("pack", Path.Combine(Repository.Root, "src", name), "--no-build", "-c", Configuration, "-o", folder.Path);

        Assert.Single(Directory.GetFiles(folder.Path, $"{name}.*.nupkg"));
    }

    [Fact]
    public async Task Runtime_BringsTheGenerator()
    {
        using var folder = new TempFolder();

        await DotnetAsync("pack", Path.Combine(Repository.Root, "src", "Modelwright.Runtime"), "--no-build", "-c", Configuration, "-o", folder.Path);

        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(folder.Path, "*.nupkg")));
        Assert.Equal(["analyzers/dotnet/cs/Modelwright.Generator.dll"], package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal)));
    }

    private static string Configuration => AppContext.BaseDirectory.Contains("release", StringComparison.Ordinal) ? "Release" : "Debug";

    private static async Task DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var result = await CliProcess.WaitAsync(process);
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{result.Output}{result.Error}");
    }
}
