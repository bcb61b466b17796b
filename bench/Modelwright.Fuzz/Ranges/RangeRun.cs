using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Modelwright.Fuzz.Ranges;

/// <summary>
/// Very many cases of one target, in ranges that processes of their own run side by side: what one case allocates is told apart, a hang or a crash ends its
/// range alone, and a range whose summary is on file is not run again.
/// </summary>
/// <param name="target">The door.</param>
/// <param name="options">The call.</param>
/// <param name="folder">Where the summary of each range goes.</param>
internal sealed class RangeRun(IFuzzTarget target, Options options, string folder)
{
    /// <summary>Cases of a range: a few seconds to a minute of work.</summary>
    internal const int RangeCases = 20_000;

    private const int ExitCodeOfDefects = 1;

    /// <summary>Runs what is not on file, and adds all up.</summary>
    /// <param name="run">Runs one range and gives what it printed; null for a process of this very program.</param>
    /// <returns>One summary, as a run of one process gives it.</returns>
    internal JsonObject Run(Func<long, long, string>? run = null)
    {
        Directory.CreateDirectory(folder);
        var ranges = Ranges(options.First, options.Cases).ToArray();
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        Parallel.ForEach(ranges, new ParallelOptions { MaxDegreeOfParallelism = options.Processes }, range =>
        {
            if (!File.Exists(PathOf(range)))
            {
                var text = (run ?? InOwnProcess)(range.First, range.Cases);
                File.WriteAllText(PathOf(range) + ".part", text);
                File.Move(PathOf(range) + ".part", PathOf(range), overwrite: true);
            }

            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: {Interlocked.Increment(ref done)} of {ranges.Length} ranges, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
        });
        return RangeSum.Of([.. ranges.Select(range => JsonNode.Parse(File.ReadAllText(PathOf(range)))![0]!.AsObject())]);
    }

    /// <summary>Ranges that start at whole multiples, so that a longer run finds those of a shorter one; the first and last may be shorter.</summary>
    internal static IEnumerable<(long First, long Cases)> Ranges(long first, long cases)
    {
        for (var from = first; from < first + cases;)
        {
            var to = Math.Min(first + cases, ((from / RangeCases) + 1) * RangeCases);
            yield return (from, to - from);
            from = to;
        }
    }

    private string PathOf((long First, long Cases) range) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{target.Name}.seed{options.Seed}.{range.First:D9}-{range.Cases}.json"));

    private string InOwnProcess(long first, long cases)
    {
        string[] call =
        [
            "run", "--target", target.Name, "--seed", options.Seed.ToString(CultureInfo.InvariantCulture), "--first", first.ToString(CultureInfo.InvariantCulture),
            "--cases", cases.ToString(CultureInfo.InvariantCulture), "--failures", options.Failures,
        ];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, call) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or ExitCodeOfDefects && text.Length > 0
            ? text
            : throw new InvalidOperationException($"Cases {first} to {first + cases - 1} ended with exit code {process.ExitCode}: {errors.GetAwaiter().GetResult()} The call again goes on with the ranges that are left.");
    }
}
