namespace Modelwright.Nab.Simulated;

/// <summary>Puts a fault into values.</summary>
internal static class Fault
{
    /// <summary>Puts one in, beginning at a row.</summary>
    /// <param name="kind">0 spike, 1 level shift that stays, 2 drift, 3 unrest, 4 flat line, 5 a day out of step.</param>
    /// <param name="values">Changed in place.</param>
    /// <param name="start">First row of the fault.</param>
    /// <param name="series">The kind of series.</param>
    /// <param name="random">Chance.</param>
    public static void Put(int kind, double[] values, int start, SeriesKind series, Random random)
    {
        var size = series.Size * (1 + random.NextDouble()) * (random.Next(2) == 0 ? -1 : 1);
        var length = Math.Min(values.Length - start, kind switch { 0 => 1 + random.Next(3), 1 => values.Length, 5 => (int)(1440 / series.Minutes), _ => 40 + random.Next(60) });
        var fault = values.AsSpan(start, length);
        var first = fault[0];
        for (var row = 0; row < fault.Length; row++)
        {
            fault[row] = kind switch
            {
                0 => fault[row] + (2 * size),
                1 => fault[row] + size,
                2 => fault[row] + (1.5 * size * row / fault.Length),
                3 => fault[row] + (0.7 * size * SeriesKind.Normal(random)),
                4 => first,
                _ => values[Math.Max(0, start + row - (length / 2))],
            };
        }
    }
}
