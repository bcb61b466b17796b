using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>The median of the finite values of a column, without sorting all of them.</summary>
internal static class Median
{
    /// <summary>The middle value, or the mean of the two middle ones; 0 where there is none.</summary>
    internal static double Of(Blocks<double> values)
    {
        var finite = new double[values.RowCount];
        var count = 0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                if (double.IsFinite(value))
                {
                    finite[count++] = value;
                }
            }
        }

        return count == 0 ? 0 : Middle(finite.AsSpan(0, count));
    }

    private static double Middle(Span<double> values)
    {
        var upper = values.Length / 2;
        Select(values, upper);
        if (values.Length % 2 == 1)
        {
            return values[upper] + 0.0;
        }

        var below = double.NegativeInfinity;
        foreach (var value in values[..upper])
        {
            below = value > below ? value : below;
        }

        // Halves are added, so that the mean of two huge values stays finite; + 0.0 makes one zero of both.
        return (below / 2) + (values[upper] / 2) + 0.0;
    }

    /// <summary>Brings the value of a rank to its place, none larger before it and none smaller after it (quickselect, Hoare 1961).</summary>
    private static void Select(Span<double> values, int rank)
    {
        var (first, last) = (0, values.Length - 1);
        while (first < last)
        {
            var pivot = MiddleOfThree(values[first], values[first + ((last - first) / 2)], values[last]);
            var (left, right) = (first, last);
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (values[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            if (rank > right && rank < left)
            {
                return;
            }

            (first, last) = rank <= right ? (first, right) : (left, last);
        }
    }

    private static double MiddleOfThree(double one, double two, double three) =>
        Math.Max(Math.Min(one, two), Math.Min(Math.Max(one, two), three));
}
