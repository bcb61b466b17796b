using System.Diagnostics;
using System.Globalization;

namespace Modelwright.Acceptance.Tests;

/// <summary>Ctrl-C keeps the best so far.</summary>
public sealed class InterruptTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Train_Signal_KeepsTheBestSoFar(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        Assert.SkipWhen(signal == "INT" && IsInterruptIgnored(), "SIGINT is ignored by what started the tests, and a child process inherits that.");
        using var folder = new TempFolder();
        var watch = Stopwatch.StartNew();
        using var process = CliProcess.Start(folder.Path, "train", Repository.Sample("loans/loans.csv"), "--target", "defaulted", "--budget", "10m", "--out", "run");
        var wait = CliProcess.WaitAsync(process);

        // Long enough for the baseline and the first learners; there are minutes of budget left.
        await Task.Delay(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var run = await wait;

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(run.Document.GetProperty("stopped").GetBoolean());
        Assert.InRange(watch.Elapsed.TotalSeconds, 8, 120);
        var predicted = await CliProcess.RunAsync(folder.Path, "predict", "run/model.mw", Repository.Sample("loans/loans.csv"), "-o", "scored.csv");
        Assert.True(predicted.ExitCode == 0, predicted.Error);
    }

    /// <summary>Whether this process, and so its children, ignores SIGINT, as jobs in the background of a script do.</summary>
    private static bool IsInterruptIgnored()
    {
        const string Field = "SigIgn:";
        const ulong Interrupt = 1UL << 1;
        var line = File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) : null;
        return line is not null && (ulong.Parse(line[Field.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }
}
