using System.Diagnostics;

namespace Modelwright.Testing.Learners;

/// <summary>
/// Tells what an action takes in seconds of an idle common server core, on any machine, slow or busy: the action is timed
/// in turn with fixed work of known cost that is meant to take as long, and only the ratio of both counts.
/// </summary>
internal static class MachineSpeed
{
    private const int Values = 1 << 15;

    /// <summary>What one sort takes on an idle common server core, in seconds.</summary>
    private const double SortSeconds = 0.002;

    private static readonly double[] Unsorted = Drawn();

    /// <summary>Times an action against fixed work, once.</summary>
    /// <param name="action">What to time.</param>
    /// <param name="seconds">What it is thought to take; the fixed work before and after it takes as long together.</param>
    /// <returns>Seconds of an idle common server core.</returns>
    public static double Seconds(Action action, double seconds)
    {
        var sorts = Math.Max(1, (int)Math.Round(seconds / SortSeconds / 2));
        var before = Elapsed(() => Sort(sorts));
        var own = Elapsed(action);
        var after = Elapsed(() => Sort(sorts));
        return own / (before + after) * 2 * sorts * SortSeconds;
    }

    private static double Elapsed(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Sort(int times)
    {
        var values = new double[Values];
        for (var time = 0; time < times; time++)
        {
            Unsorted.CopyTo(values, 0);
            Array.Sort(values);
        }
    }

    private static double[] Drawn()
    {
        var random = new ToyRandom(1);
        var values = new double[Values];
        for (var index = 0; index < Values; index++)
        {
            values[index] = random.Next();
        }

        return values;
    }
}
