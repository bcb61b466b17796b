using Modelwright.Measures.Segments;

namespace Modelwright.Tasks.Clustering;

/// <summary>How far the adjusted Rand index would differ on other rows: rows are drawn again, with return, and compared anew.</summary>
/// <remarks>Source: Efron 1979, the percentiles of the bootstrap. Draws depend on the rows alone, so that the interval is the same each time.</remarks>
internal static class TruthInterval
{
    private const int Draws = 200;

    /// <summary>More rows are not drawn at once; the spread is brought to their number by its root.</summary>
    private const int MostRows = 20_000;
    private const int Seed = 20;
    private const double Outside = 0.025;

    /// <summary>The ends of the 95 % interval and the standard error.</summary>
    /// <param name="found">One label a row, 0 to one below the number of labels.</param>
    /// <param name="real">The same of the truth.</param>
    /// <param name="value">The index over all rows.</param>
    /// <returns>Ends of no width at less than two rows.</returns>
    public static (double Lower, double Upper, double StandardError) Of(int[] found, int[] real, double value)
    {
        if (found.Length < 2)
        {
            return (value, value, double.NaN);
        }

        var (ofFound, ofReal) = (found.Max() + 1, real.Max() + 1);
        var rows = Math.Min(found.Length, MostRows);
        var narrower = Math.Sqrt((double)rows / found.Length);
        var random = new Random(Seed);
        var (one, other) = (new int[rows], new int[rows]);
        var drawn = new double[Draws];
        for (var draw = 0; draw < drawn.Length; draw++)
        {
            for (var place = 0; place < rows; place++)
            {
                var row = random.Next(found.Length);
                (one[place], other[place]) = (found[row], real[row]);
            }

            drawn[draw] = SegmentLikeness.Of(one, ofFound, other, ofReal);
        }

        Array.Sort(drawn);
        var mean = drawn.Average();
        var (low, high) = (drawn[(int)(Outside * Draws)], drawn[(int)((1 - Outside) * Draws) - 1]);
        return (
            Math.Min(value, value + (narrower * (low - mean))),
            Math.Max(value, Math.Min(1, value + (narrower * (high - mean)))),
            narrower * Math.Sqrt(drawn.Sum(index => (index - mean) * (index - mean)) / (Draws - 1)));
    }
}
