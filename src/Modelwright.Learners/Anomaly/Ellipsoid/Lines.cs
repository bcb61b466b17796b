using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Anomaly.Ellipsoid;

/// <summary>Sums over lines of numbers, four at a time and in a fixed order: the same bits whatever the width of the machine's vectors.</summary>
/// <remarks>A hot file: its loops are written out. Measured by Modelwright.Anomalies in bench.</remarks>
internal static class Lines
{
    private const int Width = 4;

    /// <summary>The sum of products of two lines of one length.</summary>
    public static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        ref var left = ref MemoryMarshal.GetReference(one);
        ref var right = ref MemoryMarshal.GetReference(other[..one.Length]);
        var (first, second, place) = (Vector256<double>.Zero, Vector256<double>.Zero, 0);
        for (; place + (2 * Width) <= one.Length; place += 2 * Width)
        {
            first += Vector256.LoadUnsafe(ref left, (nuint)place) * Vector256.LoadUnsafe(ref right, (nuint)place);
            second += Vector256.LoadUnsafe(ref left, (nuint)(place + Width)) * Vector256.LoadUnsafe(ref right, (nuint)(place + Width));
        }

        first += second;
        var total = first[0] + first[1] + (first[2] + first[3]);
        for (; place < one.Length; place++)
        {
            total += one[place] * other[place];
        }

        return total;
    }

    /// <summary>Adds a multiple of one line to another of the same length.</summary>
    public static void Add(ReadOnlySpan<double> line, double factor, Span<double> to)
    {
        ref var source = ref MemoryMarshal.GetReference(line[..to.Length]);
        ref var target = ref MemoryMarshal.GetReference(to);
        var (scale, place) = (Vector256.Create(factor), 0);
        for (; place + Width <= to.Length; place += Width)
        {
            (Vector256.LoadUnsafe(ref target, (nuint)place) + (scale * Vector256.LoadUnsafe(ref source, (nuint)place))).StoreUnsafe(ref target, (nuint)place);
        }

        for (; place < to.Length; place++)
        {
            to[place] += factor * line[place];
        }
    }

    /// <summary>Multiplies a line.</summary>
    public static void Scale(Span<double> line, double factor)
    {
        foreach (ref var value in line)
        {
            value *= factor;
        }
    }

    /// <summary>Turns two lines of one length into one another.</summary>
    public static void Turn(Span<double> one, Span<double> other, double cosine, double sine)
    {
        ref var left = ref MemoryMarshal.GetReference(one);
        ref var right = ref MemoryMarshal.GetReference(other[..one.Length]);
        var (along, across, place) = (Vector256.Create(cosine), Vector256.Create(sine), 0);
        for (; place + Width <= one.Length; place += Width)
        {
            var (a, b) = (Vector256.LoadUnsafe(ref left, (nuint)place), Vector256.LoadUnsafe(ref right, (nuint)place));
            ((along * a) - (across * b)).StoreUnsafe(ref left, (nuint)place);
            ((across * a) + (along * b)).StoreUnsafe(ref right, (nuint)place);
        }

        for (; place < one.Length; place++)
        {
            (one[place], other[place]) = ((cosine * one[place]) - (sine * other[place]), (sine * one[place]) + (cosine * other[place]));
        }
    }
}
