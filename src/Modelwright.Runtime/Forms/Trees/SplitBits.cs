using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>Which rows each node of a tree sends to the left, a bit a row.</summary>
internal sealed class SplitBits
{
    private ulong[] _bits = [];
    private int _words;

    /// <summary>Asks every node.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="slots">For each input of the ensemble, its place in a block of columns.</param>
    /// <param name="columns">Slot by slot, one value a row; codes of categories as numbers.</param>
    /// <param name="words">Words of 64 rows a column.</param>
    internal void Ask(Tree tree, int[] slots, ReadOnlySpan<double> columns, int words)
    {
        _words = words;
        if (_bits.Length < tree.NodeCount * words)
        {
            _bits = new ulong[tree.NodeCount * words];
        }

        var rows = words * LeafShares.WordRows;
        for (var node = 0; node < tree.NodeCount; node++)
        {
            var column = columns.Slice(slots[tree.Feature[node]] * rows, rows);
            var bits = _bits.AsSpan(node * words, words);
            if (tree.CategoryStart[node] < 0)
            {
                Numbers(column, tree.Threshold[node], tree.MissingLeft[node], bits);
            }
            else
            {
                Codes(column, tree.CategoryBits.AsSpan(tree.CategoryStart[node], tree.CategoryWords[node]), bits);
            }
        }
    }

    /// <summary>Keeps of some rows those that a node sends to one side.</summary>
    internal void Keep(int node, bool isLeft, Span<ulong> rows)
    {
        var bits = _bits.AsSpan(node * _words, _words);
        var flip = isLeft ? 0 : ulong.MaxValue;
        for (var word = 0; word < rows.Length; word++)
        {
            rows[word] &= bits[word] ^ flip;
        }
    }

    private static void Numbers(ReadOnlySpan<double> column, double threshold, bool missingLeft, Span<ulong> bits)
    {
        ref var first = ref MemoryMarshal.GetReference(column);
        var bound = Vector256.Create(threshold);
        for (var word = 0; word < bits.Length; word++)
        {
            var found = 0UL;
            for (var row = 0; row < LeafShares.WordRows; row += LeafShares.Lanes)
            {
                var values = Vector256.LoadUnsafe(ref first, (nuint)((word * LeafShares.WordRows) + row));
                var left = missingLeft ? ~Vector256.GreaterThan(values, bound) : Vector256.LessThanOrEqual(values, bound);
                found |= (ulong)left.ExtractMostSignificantBits() << row;
            }

            bits[word] = found;
        }
    }

    private static void Codes(ReadOnlySpan<double> column, ReadOnlySpan<uint> set, Span<ulong> bits)
    {
        bits.Clear();
        for (var row = 0; row < column.Length; row++)
        {
            var code = (int)column[row];
            var isIn = code >= 0 && code >> 5 < set.Length && (set[code >> 5] >> (code & 31) & 1) != 0;
            bits[row / LeafShares.WordRows] |= isIn ? 1UL << (row % LeafShares.WordRows) : 0;
        }
    }
}
