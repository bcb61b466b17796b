namespace Modelwright.Measures.Curves;

/// <summary>How many values lie in each of some bins of one width.</summary>
/// <param name="Start">Where the first bin begins.</param>
/// <param name="Width">The width of a bin.</param>
/// <param name="Counts">Values in each; the outermost hold what lies beyond them too.</param>
internal sealed record Histogram(double Start, double Width, IReadOnlyList<int> Counts)
{
    /// <summary>Counts finite values between their 1 % and 99 % quantiles in so many bins.</summary>
    /// <returns>Null where there are none, or all are one value.</returns>
    public static Histogram? Of(IEnumerable<double> values, int bins)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        if (sorted.Length == 0 || sorted[0] == sorted[^1])
        {
            return null;
        }

        var (start, end) = (sorted[(int)(0.01 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.99 * (sorted.Length - 1))]);
        (start, end) = start < end ? (start, end) : (sorted[0], sorted[^1]);
        var counts = new int[bins];
        foreach (var value in sorted)
        {
            counts[Math.Clamp((int)((value - start) / (end - start) * bins), 0, bins - 1)]++;
        }

        return new(start, (end - start) / bins, counts);
    }
}
