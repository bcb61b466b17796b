using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modelwright.Core.Errors;
using Modelwright.Fuzz.Ranges;

namespace Modelwright.Fuzz;

/// <summary>Makes cases, judges them, and prints what was found.</summary>
internal static class RunCommand
{
    private const int LargestKept = 8000;
    private const int MostKept = 120;

    /// <summary>Runs as told.</summary>
    /// <returns>0 where no case is a defect, else 1.</returns>
    internal static int Run(Options options)
    {
        if (options.Results is { } results)
        {
            return RunRanges(options, results);
        }

        using var buffer = new MemoryStream();
        var failures = 0L;
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var target in Chosen(options))
            {
                failures += Run(target, options, writer);
            }

            writer.WriteEndArray();
        }

        Console.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
        using var process = Process.GetCurrentProcess();
        return failures == 0 && process.PeakWorkingSet64 <= Limits.Peak ? 0 : 1;
    }

    private static int RunRanges(Options options, string results)
    {
        JsonObject[] sums = [.. Chosen(options).Select(target => new RangeRun(target, options, results).Run())];
        Console.WriteLine(new JsonArray([.. sums]).ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        return Array.TrueForAll(sums, sum => (double)sum["failures"]! == 0 && (double)sum["peak_working_set_bytes"]! <= Limits.Peak) ? 0 : 1;
    }

    /// <summary>The targets that a call names.</summary>
    internal static IEnumerable<IFuzzTarget> Chosen(Options options)
    {
        var all = Targets.All();
        var chosen = all.Where(target => options.Target is null || target.Name == options.Target).ToArray();
        return chosen.Length > 0 ? chosen : throw new OptionsException($"Target '{options.Target}' is not known. There are: {string.Join(", ", all.Select(target => target.Name))}.");
    }

    private static long Run(IFuzzTarget target, Options options, Utf8JsonWriter writer)
    {
        var kept = 0;
        using var watch = new Watchdog(input => Corpus.Keep(options.Failures, target, options.Seed, -1, input));
        var run = new FuzzRun(target, options.Seed)
        {
            OnNewShape = (number, input, verdict) =>
            {
                if (verdict.Outcome == Outcome.Failure)
                {
                    Console.Error.WriteLine($"{target.Name}, case {number}: {verdict.Text}");
                    Corpus.Keep(options.Failures, target, options.Seed, number, Minimiser.Shrink(target, input, verdict));
                }
                else if (options.Keep is { } folder && input.Length <= LargestKept && kept++ < MostKept)
                {
                    Corpus.Keep(folder, target, options.Seed, number, input);
                }
            },
        };
        var start = Stopwatch.GetTimestamp();
        var summary = run.Run(options.First, options.Cases, watch);
        summary.Write(writer, Stopwatch.GetElapsedTime(start));
        return summary.Failures;
    }
}
