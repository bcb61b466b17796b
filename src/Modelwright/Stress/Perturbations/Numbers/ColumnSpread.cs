namespace Modelwright.Stress.Perturbations.Numbers;

/// <summary>Where the numbers of a column are and how far they spread, told by quartiles so that a few odd ones do not count.</summary>
/// <param name="Middle">The median; 0 where there are no numbers.</param>
/// <param name="Width">The spread of a normal distribution with the same quartiles; where those are one value, the standard deviation, and 1 where that is 0 too.</param>
internal sealed record ColumnSpread(double Middle, double Width)
{
    private const double QuartilesPerDeviation = 1.349;

    /// <summary>Looks at numbers; missing and infinite ones do not count.</summary>
    public static ColumnSpread Of(double[] values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0)
        {
            return new(0, 1);
        }

        var quartiles = (sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4]) / QuartilesPerDeviation;
        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Average(value => (value - mean) * (value - mean)));
        var width = quartiles > 0 ? quartiles : deviation;
        return new(sorted[sorted.Length / 2], double.IsFinite(width) && width > 0 ? width : 1);
    }
}
