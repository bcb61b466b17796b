namespace Modelwright.Learners.Anomaly;

/// <summary>The sign of the third central moment.</summary>
internal static class Skewness
{
    /// <summary>Whether the longer tail is the lower one.</summary>
    /// <param name="sorted">Ascending values, one or more.</param>
    public static bool IsNegative(ReadOnlySpan<double> sorted)
    {
        var largest = Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1]));
        if (!(largest > 0))
        {
            return false;
        }

        // In units of the largest value no power leaves the range of numbers.
        var (mean, cubes) = (0.0, 0.0);
        foreach (var value in sorted)
        {
            mean += value / largest;
        }

        mean /= sorted.Length;
        foreach (var value in sorted)
        {
            var gap = (value / largest) - mean;
            cubes += gap * gap * gap;
        }

        return cubes < 0;
    }
}
