using System.Diagnostics;
using System.Globalization;
using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Tests.Recording.Runs;

namespace Modelwright.Tests.Registry;

/// <summary>A registry whose writer is killed in the midst of promotions opens again, with the last promotion that was acknowledged or the one that was under way.</summary>
public sealed class KilledRegistryTests
{
    private const string FolderVariable = "MODELWRIGHT_KILLED_REGISTRY";
    private const int Kills = 3;
    private const int Versions = 3;

    [Fact]
    public async Task Registry_WriterKilled_ServesTheLastPromotion()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { } given)
        {
            await PromoteForEverAsync(given);
            return;
        }

        using var folder = new StoreFolder();
        using var packages = new RegistryPackages(folder.Store);
        for (var number = 1; number <= Versions; number++)
        {
            packages.Add(number);
        }

        packages.Registry.Promote("churn@1", cancellation: TestContext.Current.CancellationToken);
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(folder.Path, kill);
            AssertSound(folder);
        }
    }

    private static void AssertSound(StoreFolder folder)
    {
        var registry = new ModelRegistry(folder.Store);
        var champion = registry.Resolve("churn@champion").Version;
        var (asked, done) = Told(folder.Path);
        Assert.True(champion == done || champion == asked, FormattableString.Invariant($"{champion} is champion, {done} was acknowledged and {asked} under way."));
        Assert.Equal(champion, registry.Log("churn")[0].To);
        Assert.Equal(Enumerable.Range(1, registry.Log("churn").Count).Reverse(), registry.Log("churn").Select(change => change.Position));
        Assert.NotEmpty(registry.LoadPackage("churn", TestContext.Current.CancellationToken).ModelId);

        // It is not only there but can be used.
        Assert.Equal(champion, registry.Promote(FormattableString.Invariant($"churn@{champion}"), cancellation: TestContext.Current.CancellationToken).Version.Version);
    }

    private static async Task KillAsync(string folder, int kill)
    {
        var told = Path.Combine(folder, "told.txt");
        File.Delete(told);
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--filter-method", $"*{nameof(Registry_WriterKilled_ServesTheLastPromotion)}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[FolderVariable] = folder;
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (!File.Exists(told) || new FileInfo(told).Length < 40 + (kill * 13))
        {
            Assert.False(process.HasExited, "The writer ended by itself.");
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // "a2" is written before version 2 is asked for, "d2" once that is done. The last line may be half written, so only whole ones count.
    private static (int Asked, int Done) Told(string folder)
    {
        var text = File.ReadAllText(Path.Combine(folder, "told.txt"));
        string[] lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int Last(char kind) => int.Parse(lines.Last(line => line[0] == kind).AsSpan(1), CultureInfo.InvariantCulture);
        return (Last('a'), Last('d'));
    }

    private static async Task PromoteForEverAsync(string folder)
    {
        var registry = new ModelRegistry(new RunStore(Path.Combine(folder, "runs.db")));
        await using var told = new StreamWriter(Path.Combine(folder, "told.txt")) { AutoFlush = true };
        for (var number = 0; ; number++)
        {
            var version = (number % Versions) + 1;
            await told.WriteAsync(FormattableString.Invariant($"a{version}\n"));
            registry.Promote(FormattableString.Invariant($"churn@{version}"));
            await told.WriteAsync(FormattableString.Invariant($"d{version}\n"));
        }
    }
}
