using Modelwright.Nab.Scoring;

namespace Modelwright.Nab.Simulated;

/// <summary>Made-up series with faults of known place: what settings are chosen on.</summary>
internal static class SimulatedCorpus
{
    private const double ShareOfWindows = 0.1;
    private const int FaultKinds = 6;

    /// <summary>Series of six kinds in turn, each with two or three faults behind probation.</summary>
    /// <param name="count">Series.</param>
    /// <param name="seed">Another seed gives other series.</param>
    public static IReadOnlyList<NabSeries> Make(int count, int seed) => [.. Enumerable.Range(0, count).Select(place => Make(SeriesKind.All[place % SeriesKind.All.Count], new Random((seed * 1000) + place), place))];

    private static NabSeries Make(SeriesKind kind, Random random, int place)
    {
        var times = Times(kind, random);
        var values = kind.Values(times, random);
        var faults = 2 + random.Next(2);
        var width = (int)(ShareOfWindows * kind.Rows / faults);
        var windows = new List<NabWindow>();
        for (var fault = 0; fault < faults; fault++)
        {
            // One in each equal part of the rows behind the first fifth.
            var part = 0.8 * kind.Rows / faults;
            var start = (int)((0.2 * kind.Rows) + (part * (fault + 0.1 + (0.6 * random.NextDouble()))));
            Fault.Put(random.Next(FaultKinds), values, start, kind, random);
            windows.Add(new(start - (width / 2), start - (width / 2) + width - 1));
        }

        return new($"{kind.Name} {place}", times, values, windows);
    }

    private static long[] Times(SeriesKind kind, Random random)
    {
        var times = new long[kind.Rows];
        var time = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks + (random.Next(7) * TimeSpan.TicksPerDay);
        for (var row = 0; row < times.Length; row++)
        {
            times[row] = time;
            time += (long)(TimeSpan.TicksPerMinute * kind.Minutes * (kind.IsIrregular ? 0.5 + (2 * random.NextDouble() * random.NextDouble()) : 1));
        }

        return times;
    }
}
