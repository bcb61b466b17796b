using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Network.Layers;

/// <summary>Element by element over numbers in single precision, eight at once; lengths are multiples of eight.</summary>
internal static class RowVectors
{
    private const int Lanes = MatrixProduct.Lanes;

    /// <summary>to[i] *= by[i].</summary>
    public static void Multiply(Span<float> to, ReadOnlySpan<float> by)
    {
        ref var target = ref MemoryMarshal.GetReference(to);
        ref var factor = ref MemoryMarshal.GetReference(by[..to.Length]);
        for (nuint place = 0; place < (nuint)to.Length; place += Lanes)
        {
            (Vector256.LoadUnsafe(ref target, place) * Vector256.LoadUnsafe(ref factor, place)).StoreUnsafe(ref target, place);
        }
    }

    /// <summary>to[i] = from[i] x factor.</summary>
    public static void Scale(ReadOnlySpan<float> from, float factor, Span<float> to)
    {
        ref var source = ref MemoryMarshal.GetReference(from[..to.Length]);
        ref var target = ref MemoryMarshal.GetReference(to);
        for (nuint place = 0; place < (nuint)to.Length; place += Lanes)
        {
            (Vector256.LoadUnsafe(ref source, place) * factor).StoreUnsafe(ref target, place);
        }
    }

    /// <summary>to[i] += from[i] x factor.</summary>
    public static void Add(ReadOnlySpan<float> from, float factor, Span<float> to)
    {
        ref var source = ref MemoryMarshal.GetReference(from[..to.Length]);
        ref var target = ref MemoryMarshal.GetReference(to);
        var factors = Vector256.Create(factor);
        for (nuint place = 0; place < (nuint)to.Length; place += Lanes)
        {
            Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref source, place), factors, Vector256.LoadUnsafe(ref target, place)).StoreUnsafe(ref target, place);
        }
    }

    /// <summary>The sum of left[i] x right[i].</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref var first = ref MemoryMarshal.GetReference(left);
        ref var second = ref MemoryMarshal.GetReference(right[..left.Length]);
        var sum = Vector256<float>.Zero;
        for (nuint place = 0; place < (nuint)left.Length; place += Lanes)
        {
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, place), Vector256.LoadUnsafe(ref second, place), sum);
        }

        return Vector256.Sum(sum);
    }
}
