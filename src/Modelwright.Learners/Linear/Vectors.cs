using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Linear;

/// <summary>Sums over contiguous numbers in one fixed order of four-wide steps, so that any processor gives the same bits.</summary>
internal static class Vectors
{
    /// <summary>The sum of products.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var lefts = MemoryMarshal.Cast<double, Vector256<double>>(left);
        var rights = MemoryMarshal.Cast<double, Vector256<double>>(right);
        var (first, second) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var place = 0;
        for (; place + 1 < lefts.Length; place += 2)
        {
            first += lefts[place] * rights[place];
            second += lefts[place + 1] * rights[place + 1];
        }

        first += second;
        var sum = first[0] + first[1] + first[2] + first[3];
        for (place *= Vector256<double>.Count; place < left.Length; place++)
        {
            sum += left[place] * right[place];
        }

        return sum;
    }

    /// <summary>Adds a multiple of numbers to others.</summary>
    public static void AddScaled(ReadOnlySpan<double> values, double factor, Span<double> sums)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var totals = MemoryMarshal.Cast<double, Vector256<double>>(sums);
        var factors = Vector256.Create(factor);
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            totals[lane] += lanes[lane] * factors;
        }

        for (var place = lanes.Length * Vector256<double>.Count; place < values.Length; place++)
        {
            sums[place] += values[place] * factor;
        }
    }
}
