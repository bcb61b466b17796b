using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Forms.Trees;

// Hot kernel; measured by Modelwright.Benchmarks.TreeScoring.

/// <summary>
/// A tree of at most 64 leaves, laid out for many rows. A node that sends a row to the right rules out the leaves to its left;
/// the leftmost leaf that no node rules out is the row's. So all nodes are asked, in any order, with nothing to wait for and
/// nothing to guess, and several rows at once.
/// </summary>
/// <remarks>
/// Answers the leaf of <see cref="Tree.LeafOf"/>. Immutable; safe from any thread. Source: Lucchese and others 2015, <i>QuickScorer:
/// a fast algorithm to rank documents with additive ensembles of regression trees</i>.
/// </remarks>
internal sealed class LeafMasks
{
    /// <summary>Leaves of the largest tree that is laid out so: bits of a word.</summary>
    internal const int MostLeaves = 64;

    /// <summary>Rows that are asked at once; blocks are multiples of it.</summary>
    internal const int Lanes = 8;

    /// <summary>Words of all sets of categories together that are looked through as fast as rows walk.</summary>
    private const int MostWords = 64;

    private readonly NumberNode[] _missingRight;
    private readonly NumberNode[] _missingLeft;
    private readonly CategoryNode[] _categories;
    private readonly ulong[] _sets;
    private readonly int _leaves;

    /// <summary>Lays a sound tree out.</summary>
    /// <param name="tree">The tree, of at most <see cref="MostLeaves"/> leaves.</param>
    /// <param name="slots">For each input of the ensemble, its place in a block of columns.</param>
    internal LeafMasks(Tree tree, int[] slots)
    {
        var order = new LeafOrder(tree);
        _leaves = tree.LeafCount;
        Order = order.Leaves;
        int[] nodes = [.. Enumerable.Range(0, tree.NodeCount)];
        _missingRight = [.. nodes.Where(node => tree.CategoryStart[node] < 0 && !tree.MissingLeft[node]).Select(Number)];
        _missingLeft = [.. nodes.Where(node => tree.CategoryStart[node] < 0 && tree.MissingLeft[node]).Select(Number)];
        var sets = new List<ulong>();
        _categories = [.. nodes.Where(node => tree.CategoryStart[node] >= 0).Select(Category)];
        _sets = [.. sets];

        NumberNode Number(int node) => new(tree.Threshold[node], order.LeftLeaves[node], slots[tree.Feature[node]]);

        CategoryNode Category(int node)
        {
            var start = sets.Count;
            var words = tree.CategoryBits.AsSpan(tree.CategoryStart[node], tree.CategoryWords[node]);
            for (var word = 0; word < words.Length; word += 2)
            {
                sets.Add(words[word] | (word + 1 < words.Length ? (ulong)words[word + 1] << 32 : 0));
            }

            return new(order.LeftLeaves[node], slots[tree.Feature[node]], start, sets.Count - start);
        }
    }

    /// <summary>The tree's leaves from left to right.</summary>
    internal int[] Order { get; }

    /// <summary>Whether a tree can be laid out so, and is asked faster for it: the words of a set are all looked at.</summary>
    internal static bool Suits(Tree tree)
    {
        var words = 0L;
        foreach (var set in tree.CategoryWords)
        {
            words += (set + 1) / 2;
        }

        return tree.LeafCount <= MostLeaves && words <= MostWords;
    }

    /// <summary>Finds the leaf of every row.</summary>
    /// <param name="columns">Slot by slot, one value a row; codes of categories as the bits of whole numbers.</param>
    /// <param name="leaves">For each row of a block, the position in <see cref="Order"/>; the length is a multiple of <see cref="Lanes"/>.</param>
    internal void Find(ReadOnlySpan<double> columns, Span<byte> leaves)
    {
        ref var first = ref MemoryMarshal.GetReference(columns);
        var all = Vector256.Create(_leaves == MostLeaves ? ulong.MaxValue : (1UL << _leaves) - 1);
        for (var row = 0; row < leaves.Length; row += Lanes)
        {
            var (one, other) = (all, all);
            foreach (ref readonly var node in _missingRight.AsSpan())
            {
                var at = (nuint)((node.Slot * leaves.Length) + row);
                var threshold = Vector256.Create(node.Threshold);
                var kept = Vector256.Create(~node.LeftLeaves);
                one &= Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first, at), threshold).AsUInt64() | kept;
                other &= Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first, at + (Lanes / 2)), threshold).AsUInt64() | kept;
            }

            foreach (ref readonly var node in _missingLeft.AsSpan())
            {
                var at = (nuint)((node.Slot * leaves.Length) + row);
                var threshold = Vector256.Create(node.Threshold);
                var ruled = Vector256.Create(node.LeftLeaves);
                one = Vector256.AndNot(one, Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, at), threshold).AsUInt64() & ruled);
                other = Vector256.AndNot(other, Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, at + (Lanes / 2)), threshold).AsUInt64() & ruled);
            }

            foreach (ref readonly var node in _categories.AsSpan())
            {
                var at = (nuint)((node.Slot * leaves.Length) + row);
                var set = _sets.AsSpan(node.Start, node.Words);
                var kept = Vector256.Create(~node.LeftLeaves);
                one &= CodeSet.Holds(set, Vector256.LoadUnsafe(ref first, at).AsUInt64()) | kept;
                other &= CodeSet.Holds(set, Vector256.LoadUnsafe(ref first, at + (Lanes / 2)).AsUInt64()) | kept;
            }

            Leftmost(one, leaves.Slice(row, Lanes / 2));
            Leftmost(other, leaves.Slice(row + (Lanes / 2), Lanes / 2));
        }
    }

    private static void Leftmost(Vector256<ulong> left, Span<byte> leaves)
    {
        for (var lane = 0; lane < leaves.Length; lane++)
        {
            leaves[lane] = (byte)BitOperations.TrailingZeroCount(left[lane]);
        }
    }

    private readonly record struct NumberNode(double Threshold, ulong LeftLeaves, int Slot);

    private readonly record struct CategoryNode(ulong LeftLeaves, int Slot, int Start, int Words);
}
