using System.Diagnostics;
using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class MemoryTests
{
    private const string FileVariable = "MODELWRIGHT_MEMORY_TEST_FILE";
    private const long Limit = 256L << 20;

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Read_FileThreeTimesTheLimit_StaysWithinItAndATenth()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak is read from /proc, which only Linux has.");
        using var file = TempFile.Named("large.csv");
        Generate(file.Path, 3 * Limit);
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--explicit", "only", "--filter-method", "*MemoryTests.Child_ReadsWithinTheLimit"]) { RedirectStandardOutput = true };
        start.Environment[FileVariable] = file.Path;

        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(child.ExitCode == 0, output);
    }

    [Fact(Explicit = true)]
    public async Task Child_ReadsWithinTheLimit()
    {
        var path = Environment.GetEnvironmentVariable(FileVariable);
        Assert.False(path is null, $"Runs in a process of its own, with {FileVariable} set.");
        Assert.True(MemoryLimit.Enforce(Limit));

        var table = await Table.ReadAsync(path, new() { MemoryBytes = Limit, Threads = 2 }, TestContext.Current.CancellationToken);
        var profile = Profiler.Inspect(table, new() { Target = "y" }, TestContext.Current.CancellationToken);

        Assert.True(table.RowCount > 1_000_000);
        Assert.Equal(14, profile.Columns.Count);
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kilobytes = long.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
        Assert.InRange(kilobytes * 1024, 0, Limit * 11 / 10);
    }

    private static void Generate(string path, long bytes)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine("n0,n1,n2,n3,n4,n5,n6,n7,n8,n9,level,day,note,y");
        string[] numbers = [.. Enumerable.Range(0, 997).Select(row => string.Join(',', Enumerable.Range(1, 10).Select(column => string.Create(CultureInfo.InvariantCulture, $"{Math.Sqrt(row * column):F6}"))))];
        for (var row = 0; writer.BaseStream.Position < bytes; row++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{numbers[row % 997]},level {row % 37},2024-{(row % 12) + 1:00}-{(row % 28) + 1:00},note number {row} of many,{row % 7}\n"));
        }
    }
}
