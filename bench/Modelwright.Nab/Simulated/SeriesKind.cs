namespace Modelwright.Nab.Simulated;

/// <summary>A kind of series.</summary>
/// <param name="Name">What it is like.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Minutes">Minutes from row to row.</param>
/// <param name="IsIrregular">Whether the minutes vary.</param>
/// <param name="Size">The size of its usual ups and downs.</param>
/// <param name="Values">Makes values at times.</param>
internal sealed record SeriesKind(string Name, int Rows, double Minutes, bool IsIrregular, double Size, Func<long[], Random, double[]> Values)
{
    private const double Turn = 2 * Math.PI;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SeriesKind> All { get; } =
    [
        new("office load", 4800, 30, false, 40, (times, random) => Each(times, random, 0.5, (day, weekday, noise) => 100 + ((weekday < 5 ? 60 : 25) * Math.Sin(Turn * (day - 0.3))) + (6 * noise))),
        new("machine heat", 8000, 5, false, 4, (times, random) => Wandering(times, random)),
        new("requests", 8000, 5, false, 40, (times, random) => Each(times, random, 0.3, (day, _, noise) => Math.Round(60 * (1.2 + Math.Sin(Turn * (day - 0.4))) * Math.Exp(0.35 * noise)))),
        new("square duty", 4032, 5, false, 40, (times, random) => Each(times, random, 0, (day, _, noise) => (day is > 0.375 and < 0.75 ? 80 : 20) + (3 * noise))),
        new("utilisation", 4032, 5, false, 3, (times, random) => Each(times, random, 0.6, (day, _, noise) => 42 + (1.5 * noise) + (day * 288 % 24 < 1 ? 10 : 0))),
        new("traffic speed", 1500, 10, true, 8, (times, random) => Each(times, random, 0.4, (day, weekday, noise) => 65 - (weekday < 5 && day is > 0.3 and < 0.4 or > 0.7 and < 0.78 ? 12 : 0) + (3 * noise))),
    ];

    /// <summary>A normal deviate.</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Turn * random.NextDouble());

    // Noise of unit spread that lasts: a share of the last one stays.
    private static double[] Each(long[] times, Random random, double lasting, Func<double, int, double, double> value)
    {
        var noise = 0.0;
        return Array.ConvertAll(times, time =>
        {
            noise = (lasting * noise) + (Math.Sqrt(1 - (lasting * lasting)) * Normal(random));
            var when = new DateTime(time, DateTimeKind.Unspecified);
            return value(when.TimeOfDay.TotalDays, ((int)when.DayOfWeek + 6) % 7, noise);
        });
    }

    private static double[] Wandering(long[] times, Random random)
    {
        var (level, pull) = (90.0, 0.0);
        return Array.ConvertAll(times, _ =>
        {
            pull = (0.95 * pull) + (0.05 * Normal(random));
            level += (0.002 * (90 - level)) + (0.3 * pull);
            return level + (0.4 * Normal(random));
        });
    }
}
