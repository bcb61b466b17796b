using Modelwright.Splits.Dealing;

namespace Modelwright.Tasks.Anomalies.Contamination;

/// <summary>Estimates how many rows are strange, from how far they stand out; nothing is assumed of their number.</summary>
internal static class ContaminationEstimator
{
    /// <summary>Fewer rows than this do not tell what is usual.</summary>
    public const int FewestRows = 20;

    private const int MostRows = 20_000;
    private const int Draws = 60;
    private const int DrawnRows = 4000;

    /// <summary>The estimate.</summary>
    /// <param name="magnitudes">One a row, as <see cref="Magnitudes"/> gives them; finite.</param>
    /// <param name="seed">The chance of the interval.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>A share of 0 where there are too few rows, or a quarter of them or more are alike.</returns>
    public static ContaminationEstimate Of(double[] magnitudes, int seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(magnitudes);
        var all = Sorted(magnitudes);
        var (excess, gap, mixture) = Three(all);
        var share = Middle(excess, gap, mixture);
        var random = new SplitRandom(seed);
        var again = new double[Draws];
        var width = Math.Sqrt(Math.Min(1, DrawnRows / (double)Math.Max(1, magnitudes.Length)));
        for (var draw = 0; draw < Draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            again[draw] = Middle(Three(Drawn(all, random)));
        }

        Array.Sort(again);

        // Fewer rows are drawn than there are where there are many: deviations shrink with the root of their number.
        var low = share - ((share - Math.Min(share, Quantiles.At(again, 0.05))) * width);
        var high = share + ((Math.Max(share, Quantiles.At(again, 0.95)) - share) * width);
        return new(share, low, high, excess, gap, mixture);
    }

    private static (double Excess, double Gap, double Mixture) Three(double[] sorted)
    {
        if (sorted.Length < FewestRows || UsualShape.Of(sorted) is not { } shape)
        {
            return (0, 0, 0);
        }

        double[] normals = [.. sorted.Select(shape.Normal)];
        return (ShareEstimators.Excess(normals), ShareEstimators.Gap(normals), ShareEstimators.Mixture(normals));
    }

    private static double Middle((double One, double Two, double Three) some) => Middle(some.One, some.Two, some.Three);

    private static double Middle(double one, double two, double three) => Math.Max(Math.Min(one, two), Math.Min(Math.Max(one, two), three));

    private static double[] Sorted(double[] magnitudes)
    {
        var stride = Math.Max(1, (magnitudes.Length + MostRows - 1) / MostRows);
        double[] some = [.. Enumerable.Range(0, (magnitudes.Length + stride - 1) / stride).Select(place => magnitudes[place * stride])];
        Array.Sort(some);
        return some;
    }

    private static double[] Drawn(double[] sorted, SplitRandom random)
    {
        var drawn = new double[Math.Min(sorted.Length, DrawnRows)];
        for (var row = 0; row < drawn.Length; row++)
        {
            drawn[row] = sorted[random.Next(sorted.Length)];
        }

        Array.Sort(drawn);
        return drawn;
    }
}
