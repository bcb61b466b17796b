using System.Diagnostics;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>What a call does not need must not cost it time to start.</summary>
public sealed class LoadedAssemblyTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Fact]
    public async Task Predict_Csv_LoadsNoClientOfADatabase()
    {
        using var folder = new TempFolder();
        var loaded = Path.Combine(folder.Path, "loaded.txt");
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Modelwright.Cli.dll"), "predict", trained.ClassPackage, trained.ClassFile, "-o", Path.Combine(folder.Path, "out.csv")];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(LoadedAssemblyTests).Assembly.Location;
        start.Environment[StartupHook.Variable] = loaded;

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await output + await error);
        var names = File.ReadAllLines(loaded);
        Assert.Contains("Modelwright", names);
        Assert.DoesNotContain(names, name => name.StartsWith("DuckDB", StringComparison.Ordinal) || name.StartsWith("Npgsql", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)
            || name.StartsWith("SQLitePCL", StringComparison.Ordinal) || name.StartsWith("ExcelDataReader", StringComparison.Ordinal) || name is "System.Data.Common" or "System.Text.RegularExpressions");
    }
}
