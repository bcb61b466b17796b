using System.Diagnostics;
using System.Globalization;

namespace Modelwright.Quality.Runs;

/// <summary>What a process did and what it cost.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Seconds">Wall clock from start to end.</param>
/// <param name="PeakMegabytes">Most memory it held (resident, 2^20 bytes); 0 where the system does not tell.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record TimedProcess(int ExitCode, double Seconds, double PeakMegabytes, string Output, string Errors)
{
    private const int PollMilliseconds = 25;

    /// <summary>Runs the command line to its end.</summary>
    /// <param name="cli">Its assembly.</param>
    /// <param name="arguments">The call.</param>
    public static TimedProcess Run(string cli, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet", [cli, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(PollMilliseconds))
        {
            // The system keeps the high-water mark itself; what is lost is growth in the last moments before the end.
            peak = Math.Max(peak, HighWater(process.Id));
        }

        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        return new(process.ExitCode, seconds, peak, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>The most memory a process has held so far, in 2^20 bytes; 0 where the system does not tell.</summary>
    /// <param name="process">Its number.</param>
    public static double HighWater(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(':', 'k')[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
