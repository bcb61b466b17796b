using System.Diagnostics;

namespace Modelwright.Fuzz;

/// <summary>Runs cases one after another. Case number n of a seed is the same in every run, so a run can go on where another ended.</summary>
/// <param name="target">The door.</param>
/// <param name="seed">The origin of chance.</param>
internal sealed class FuzzRun(IFuzzTarget target, int seed)
{
    private const int ReportStride = 10_000;

    /// <summary>Called for each case that is the first of its shape.</summary>
    internal Action<long, byte[], Verdict>? OnNewShape { get; init; }

    /// <summary>Runs the cases.</summary>
    /// <param name="first">0-based number of the first case.</param>
    /// <param name="count">How many.</param>
    /// <param name="watch">Knows which case is running; null where nobody watches.</param>
    internal Summary Run(long first, long count, Watchdog? watch = null)
    {
        var summary = new Summary(target.Name, seed, first);
        for (var number = first; number < first + count; number++)
        {
            var input = target.Make(RandomOf(number));
            watch?.Begin(input);
            var (verdict, milliseconds, allocated) = Measured(input);
            watch?.End();
            if (summary.Add(verdict, number, input.Length, milliseconds, allocated))
            {
                OnNewShape?.Invoke(number, input, verdict);
            }

            if ((number - first + 1) % ReportStride == 0 && watch is not null)
            {
                Console.Error.WriteLine($"{target.Name}: {number - first + 1} cases, {summary.Failures} failures");
            }
        }

        return summary;
    }

    /// <summary>The chance of one case.</summary>
    internal Random RandomOf(long number) => new(unchecked((int)((seed * 1_000_003L) + (number * 7919L) + (number >> 31))));

    private (Verdict Verdict, double Milliseconds, long Allocated) Measured(byte[] input)
    {
        var before = GC.GetTotalAllocatedBytes();
        var start = Stopwatch.GetTimestamp();
        var verdict = target.Judge(input);
        var took = Stopwatch.GetElapsedTime(start);
        var allocated = GC.GetTotalAllocatedBytes() - before;
        if (verdict.Outcome != Outcome.Failure && took > Limits.Time)
        {
            verdict = new(Outcome.Failure, $"too slow: {took.TotalSeconds:F1} s");
        }

        if (verdict.Outcome != Outcome.Failure && allocated > Limits.Allocated(input.Length) && allocated > Limits.Allocated(target.Size(input)))
        {
            verdict = new(Outcome.Failure, $"too much memory: {allocated} bytes for {input.Length} bytes of input");
        }

        return (verdict, took.TotalMilliseconds, allocated);
    }
}
