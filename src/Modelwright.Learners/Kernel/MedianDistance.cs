namespace Modelwright.Learners.Kernel;

/// <summary>The median rule for the width of a Gaussian kernel: 1 over the median squared distance between two rows.</summary>
/// <remarks>Known as the median heuristic; Caputo, Sim, Furesjo &amp; Smola 2002. Looks at evenly spaced rows, so it needs no chance.</remarks>
internal static class MedianDistance
{
    private const int MostRows = 500;

    /// <summary>The factor of the squared distance.</summary>
    /// <param name="places">Rows x axes.</param>
    /// <param name="axes">Number of axes.</param>
    /// <returns>A number above 0; 1 where all rows are in one place.</returns>
    public static double Gamma(double[] places, int axes)
    {
        var rows = axes == 0 ? 0 : places.Length / axes;
        var stride = Math.Max(1, (rows + MostRows - 1) / MostRows);
        List<double> distances = [];
        for (var one = 0; one < rows; one += stride)
        {
            for (var other = 0; other < one; other += stride)
            {
                distances.Add(Squared(places.AsSpan(one * axes, axes), places.AsSpan(other * axes, axes)));
            }
        }

        distances.Sort();
        var apart = distances.FindIndex(distance => distance > 0);
        return apart < 0 ? 1 : 1 / distances[Math.Max(apart, distances.Count / 2)];
    }

    private static double Squared(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var axis = 0; axis < one.Length; axis++)
        {
            sum += (one[axis] - other[axis]) * (one[axis] - other[axis]);
        }

        return sum;
    }
}
