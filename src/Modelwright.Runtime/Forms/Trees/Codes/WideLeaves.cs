using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Modelwright.Runtime.Forms.Trees.Codes;

// Hot kernel; measured by Modelwright.Quality (scoring) and Modelwright.Benchmarks (TreeScoring).

/// <summary>Adds the leaves of a tree to the sums of many rows, eight rows at a time: the leaves of a small tree fill four vectors, and permutes fetch from them.</summary>
internal static class WideLeaves
{
    /// <summary>Leaves of the largest tree.</summary>
    internal const int Most = 32;

    private const int RowsAtOnce = 8;
    private const long LastOfLower = 15;

    /// <summary>Whether the processor has such permutes, and is not slowed down by vectors as wide.</summary>
    internal static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    /// <summary>The leaves with room behind them; null where there are too many, or a leaf has several values.</summary>
    /// <param name="tree">A sound tree.</param>
    internal static double[]? Of(Tree tree)
    {
        if (tree.LeafCount > Most || tree.Leaves.Length != tree.LeafCount)
        {
            return null;
        }

        var leaves = new double[Most];
        tree.Leaves.CopyTo(leaves, 0);
        return leaves;
    }

    /// <summary>Adds to each row's sum the leaf that was found.</summary>
    /// <param name="found">For each row the number of its leaf, rounded up to eight rows.</param>
    /// <param name="leaves">What <see cref="Of"/> gave.</param>
    /// <param name="sums">As many.</param>
    internal static void Add(ReadOnlySpan<byte> found, double[] leaves, Span<double> sums)
    {
        ref var leaf = ref MemoryMarshal.GetArrayDataReference(leaves);
        var (first, second) = (Vector512.LoadUnsafe(ref leaf), Vector512.LoadUnsafe(ref leaf, RowsAtOnce));
        var (third, fourth) = (Vector512.LoadUnsafe(ref leaf, 2 * RowsAtOnce), Vector512.LoadUnsafe(ref leaf, 3 * RowsAtOnce));
        var half = Vector512.Create(LastOfLower);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var number = ref MemoryMarshal.GetReference(found);
        for (nuint row = 0; row < (nuint)Math.Min(found.Length, sums.Length); row += RowsAtOnce)
        {
            var places = Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref number, row))).AsByte());
            var lower = Avx512F.PermuteVar8x64x2(first, places, second);
            var upper = Avx512F.PermuteVar8x64x2(third, places, fourth);
            var values = Vector512.ConditionalSelect(Vector512.GreaterThan(places, half).AsDouble(), upper, lower);
            (Vector512.LoadUnsafe(ref sum, row) + values).StoreUnsafe(ref sum, row);
        }
    }
}
