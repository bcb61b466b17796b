using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Kernel.Waves;

/// <summary>Sums of products and differences, four numbers at a time and in a fixed order: the same bits whatever the width of the machine's vectors.</summary>
/// <remarks>A hot file: its loops are written out. Lines are taken four at a time, so that what they share is read once.</remarks>
internal static class Lanes
{
    private const int Width = 4;

    /// <summary>The sum of products.</summary>
    /// <param name="one">Numbers.</param>
    /// <param name="other">At least as many.</param>
    public static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        ref var left = ref MemoryMarshal.GetReference(one);
        ref var right = ref MemoryMarshal.GetReference(other[..one.Length]);
        var (sum, place) = (Vector256<double>.Zero, 0);
        for (; place + Width <= one.Length; place += Width)
        {
            sum += Vector256.LoadUnsafe(ref left, (nuint)place) * Vector256.LoadUnsafe(ref right, (nuint)place);
        }

        var total = Total(sum);
        for (; place < one.Length; place++)
        {
            total += one[place] * other[place];
        }

        return total;
    }

    /// <summary>The sums of products of one line with each of four; each is as <see cref="Dot"/> gives it.</summary>
    /// <param name="line">Numbers.</param>
    /// <param name="one">At least as many, as in the other three.</param>
    /// <param name="two">The second.</param>
    /// <param name="three">The third.</param>
    /// <param name="four">The fourth.</param>
    public static Vector256<double> Dots(ReadOnlySpan<double> line, ReadOnlySpan<double> one, ReadOnlySpan<double> two, ReadOnlySpan<double> three, ReadOnlySpan<double> four)
    {
        ref var shared = ref MemoryMarshal.GetReference(line);
        ref var first = ref MemoryMarshal.GetReference(one[..line.Length]);
        ref var second = ref MemoryMarshal.GetReference(two[..line.Length]);
        ref var third = ref MemoryMarshal.GetReference(three[..line.Length]);
        ref var fourth = ref MemoryMarshal.GetReference(four[..line.Length]);
        var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var place = 0;
        for (; place + Width <= line.Length; place += Width)
        {
            var at = (nuint)place;
            var numbers = Vector256.LoadUnsafe(ref shared, at);
            a += numbers * Vector256.LoadUnsafe(ref first, at);
            b += numbers * Vector256.LoadUnsafe(ref second, at);
            c += numbers * Vector256.LoadUnsafe(ref third, at);
            d += numbers * Vector256.LoadUnsafe(ref fourth, at);
        }

        var totals = Vector256.Create(Total(a), Total(b), Total(c), Total(d));
        for (; place < line.Length; place++)
        {
            totals += Vector256.Create(line[place]) * Vector256.Create(one[place], two[place], three[place], four[place]);
        }

        return totals;
    }

    /// <summary>Takes a multiple of a line from another.</summary>
    /// <param name="line">A multiple of four numbers.</param>
    /// <param name="factor">How often.</param>
    /// <param name="to">As many.</param>
    public static void Subtract(ReadOnlySpan<double> line, double factor, Span<double> to)
    {
        ref var source = ref MemoryMarshal.GetReference(line[..to.Length]);
        ref var target = ref MemoryMarshal.GetReference(to);
        var scale = Vector256.Create(factor);
        for (nuint place = 0; place < (nuint)to.Length; place += Width)
        {
            (Vector256.LoadUnsafe(ref target, place) - (scale * Vector256.LoadUnsafe(ref source, place))).StoreUnsafe(ref target, place);
        }
    }

    /// <summary>Takes multiples of four lines, first to last, from another.</summary>
    /// <param name="lines">Four lines of a multiple of four numbers, one after another.</param>
    /// <param name="factors">Four.</param>
    /// <param name="to">As many numbers as in one line.</param>
    public static void Subtract(ReadOnlySpan<double> lines, ReadOnlySpan<double> factors, Span<double> to)
    {
        var width = (nuint)to.Length;
        ref var source = ref MemoryMarshal.GetReference(lines[..(4 * to.Length)]);
        ref var target = ref MemoryMarshal.GetReference(to);
        var (a, b, c, d) = (Vector256.Create(factors[0]), Vector256.Create(factors[1]), Vector256.Create(factors[2]), Vector256.Create(factors[3]));
        for (nuint place = 0; place < width; place += Width)
        {
            var rest = Vector256.LoadUnsafe(ref target, place);
            rest -= a * Vector256.LoadUnsafe(ref source, place);
            rest -= b * Vector256.LoadUnsafe(ref source, place + width);
            rest -= c * Vector256.LoadUnsafe(ref source, place + (2 * width));
            rest -= d * Vector256.LoadUnsafe(ref source, place + (3 * width));
            rest.StoreUnsafe(ref target, place);
        }
    }

    private static double Total(Vector256<double> sum) => sum[0] + sum[1] + (sum[2] + sum[3]);
}
