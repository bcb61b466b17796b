using System.Diagnostics;

namespace Modelwright.Startup;

/// <summary>A program that is started again and again.</summary>
internal sealed class Call(string name, string program, string[] arguments)
{
    private readonly List<double> _milliseconds = [];

    /// <summary>What it is called in the table.</summary>
    public string Name => name;

    /// <summary>The most it may take, in starts of an empty program; null where nothing is asked.</summary>
    public double? Limit { get; init; }

    /// <summary>The middle of all times, which a busy moment does not move.</summary>
    public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    /// <summary>Starts it once, waits for its end, and keeps the time.</summary>
    public void Time()
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}. Run it by hand to see why.");
        }
    }
}
