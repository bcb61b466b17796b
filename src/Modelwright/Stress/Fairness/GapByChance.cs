using Modelwright.Measures;

namespace Modelwright.Stress.Fairness;

/// <summary>How far apart groups are on average by chance alone, were all treated alike.</summary>
internal static class GapByChance
{
    private const int Draws = 1_000;
    private const double Normal = 1.959963984540054;

    /// <summary>The mean over draws in which every group has the same figure, spread as its interval says.</summary>
    /// <param name="groups">With their usual 95 % intervals.</param>
    /// <param name="isRatio">Whether it is the lowest over the highest, else the difference.</param>
    /// <param name="seed">The only origin of chance.</param>
    public static double Of(IReadOnlyList<Estimate> groups, bool isRatio, int seed)
    {
        var random = new Random(seed);
        var middle = groups.Sum(group => group.Value * group.Rows) / groups.Sum(group => group.Rows);

        // The width of the interval and not the standard error, which is 0 where a rate is 0 or 1.
        double[] spreads = [.. groups.Select(group => (group.Upper - group.Lower) / (2 * Normal))];
        var sum = 0.0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var spread in spreads)
            {
                var drawn = middle + (spread * Gauss(random));
                drawn = isRatio ? Math.Clamp(drawn, 0, 1) : drawn;
                (least, most) = (Math.Min(least, drawn), Math.Max(most, drawn));
            }

            sum += !isRatio ? most - least : most > 0 ? least / most : 1;
        }

        return sum / Draws;
    }

    // Box & Muller 1958.
    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
