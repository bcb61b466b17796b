using Modelwright.Core.Data;

namespace Modelwright.Tests.Tasks.Anomalies.Streams;

/// <summary>Readings of three pumps every half hour, with what was planted in them: a level shift, a spike, a flat line, and a day of another shape.</summary>
internal static class SensorRows
{
    internal const int Readings = 2_000;
    internal const int Shift = 1_400;
    internal const int Spike = 1_000;
    internal const int Flat = 1_500;
    internal const int Shape = 1_600;
    internal const int Lasts = 48;

    private static readonly string[] Pumps = ["pump-1", "pump-2", "pump-3"];
    private static readonly DateTime First = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What was planted, as pump and first reading; each is over some hours later.</summary>
    internal static (int Pump, int Reading)[] Planted => [(0, Shift), (1, Spike), (1, Flat), (2, Shape)];

    /// <summary>The rows, pump by pump at each time: reading r of pump p is row 3 r + p.</summary>
    /// <param name="first">First reading.</param>
    /// <param name="end">Reading after the last.</param>
    internal static Table Of(int first = 0, int end = Readings)
    {
        var random = new Random(5);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var (times, names, heats, loads) = (new List<long>(), new List<string?>(), new List<double>(), new List<double>());
        for (var row = 0; row < 3 * Readings; row++)
        {
            var (reading, pump) = (row / 3, row % 3);
            var day = 2 * Math.PI * reading / 48;
            times.Add(First.AddMinutes(30 * reading).Ticks);
            names.Add(Pumps[pump]);
            heats.Add(60 + (5 * pump) + (8 * Math.Sin(day)) + (0.8 * Normal()));
            loads.Add(100 + (20 * Math.Sin(day + 1.2)) + (3 * Normal()));
            Plant(pump, reading, heats, loads, day);
        }

        int[] taken = [.. Enumerable.Range(3 * first, 3 * (end - first))];
        return new Table([new TimeColumn("timestamp", [.. times]), CategoryColumn.FromTexts("machine", [.. names]), new NumberColumn("temperature", [.. heats]), new NumberColumn("load", [.. loads])]).Take(taken);
    }

    private static void Plant(int pump, int reading, List<double> heats, List<double> loads, double day)
    {
        heats[^1] += pump == 0 && reading >= Shift ? 12 : 0;
        loads[^1] += pump == 1 && reading == Spike ? 90 : 0;
        heats[^1] = pump == 1 && reading is >= Flat and < Flat + Lasts ? 71.5 : heats[^1];
        loads[^1] -= pump == 2 && reading is >= Shape and < Shape + Lasts ? 40 * Math.Sin(day + 1.2) : 0;
    }
}
