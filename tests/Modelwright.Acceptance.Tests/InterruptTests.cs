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

        var run = await SignalAsync(
            signal,
            () => CliProcess.Start(folder.Path, "train", Repository.Sample("loans/loans.csv"), "--target", "defaulted", "--budget", "30m", "--out", "run"),
            isTooSoon: result => result.ExitCode != 0);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(run.Document.GetProperty("stopped").GetBoolean());
        var predicted = await CliProcess.RunAsync(folder.Path, "predict", "run/model.mw", Repository.Sample("loans/loans.csv"), "-o", "scored.csv");
        Assert.True(predicted.ExitCode == 0, predicted.Error);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Train_SignalWhileItWaitsForRows_EndsWithTwo(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        Assert.SkipWhen(signal == "INT" && IsInterruptIgnored(), "SIGINT is ignored by what started the tests, and a child process inherits that.");
        const int Killed = 128;
        using var folder = new TempFolder();

        var run = await SignalAsync(
            signal,
            () => CliProcess.StartWithOpenInput(folder.Path, "train", "-", "--target", "defaulted", "--out", "run"),
            isTooSoon: result => result.ExitCode > Killed);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("Stopped before there was anything to keep. Nothing was written.\n", run.Error);
        Assert.Equal("stopped", run.Document.GetProperty("error").GetProperty("kind").GetString());
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "run")));
    }

    /// <summary>Sends a signal to a program; how soon it is ready for that depends on the machine, so a try that came too soon is made again later.</summary>
    private static async Task<CliResult> SignalAsync(string signal, Func<Process> start, Func<CliResult, bool> isTooSoon)
    {
        CliResult? result = null;
        for (var seconds = 2; result is null || (isTooSoon(result) && seconds <= 64); seconds *= 2)
        {
            using var process = start();
            var wait = CliProcess.WaitAsync(process);
            await Task.Delay(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);
            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
            result = await wait;
        }

        return result;
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
