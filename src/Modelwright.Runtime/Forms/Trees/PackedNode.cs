using System.Runtime.CompilerServices;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>
/// A node or a leaf in 16 bytes, so that a step of a walk touches one line of the cache. The two children of a node stand side by
/// side; a leaf is a node that leads nowhere.
/// </summary>
internal readonly struct PackedNode
{
    /// <summary>Inputs that can be told apart.</summary>
    internal const int MostInputs = 1 << 28;

    // A set is written into a NaN, which no number is above: where it starts and how many words it has.
    private const int WordsBits = 21;
    private const int StartBits = 30;
    private const long NotANumber = 0x7FF8_0000_0000_0000;
    private const int MissingRight = 1;
    private const int Category = 2;
    private const int AskBits = 2;

    private readonly long _split;
    private readonly int _ask;

    private PackedNode(long split, int next, int ask) => (_split, Next, _ask) = (split, next, ask);

    /// <summary>The left child; the right one stands behind it. Below 0 in a leaf.</summary>
    internal int Next { get; }

    /// <summary>The input it asks; 0 in a leaf.</summary>
    internal int Input => _ask >> AskBits;

    /// <summary>1 in a node, 0 in a leaf.</summary>
    internal int IsInner => ~Next >>> 31;

    /// <summary>What a leaf of one value says.</summary>
    internal double Value => BitConverter.Int64BitsToDouble(_split);

    /// <summary>The number of a leaf of several values.</summary>
    internal int Leaf => (int)_split;

    /// <summary>1 where a number goes right by its threshold, or because it is missing; 0 at a category split.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int IsRight(double value) =>
        (value > BitConverter.Int64BitsToDouble(_split) ? 1 : 0) | (double.IsNaN(value) ? _ask & MissingRight : 0);

    /// <summary>1 where a code goes right because it is not in the set of a category split; 0 at a number split.</summary>
    /// <param name="value">A code; below 0 where it is missing or unseen.</param>
    /// <param name="bits">The sets of the tree.</param>
    /// <remarks>No branch but that of a code beyond the set: which kind of split comes next cannot be foreseen.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int IsOutside(double value, uint[] bits)
    {
        var isCategory = _ask >> 1 & 1;
        var code = double.ConvertToIntegerNative<int>(value);
        var word = (int)(_split & ((1 << StartBits) - 1)) + (code >> 5);
        var codes = (uint)(_split >> StartBits & ((1 << WordsBits) - 1)) << 5;
        return (uint)code < (isCategory != 0 ? codes : 0) ? (int)(~bits[word] >> code & 1) : isCategory;
    }

    internal static PackedNode OfLeaf(Tree tree, int leaf, int width) =>
        new(width == 1 ? BitConverter.DoubleToInt64Bits(tree.Leaves[leaf]) : leaf, -1, 0);

    internal static PackedNode OfNode(Tree tree, int node, int next) => tree.CategoryStart[node] < 0
        ? new(BitConverter.DoubleToInt64Bits(tree.Threshold[node]), next, (tree.Feature[node] << AskBits) | (tree.MissingLeft[node] ? 0 : MissingRight))
        : new(NotANumber + ((long)tree.CategoryWords[node] << StartBits) + tree.CategoryStart[node], next, (tree.Feature[node] << AskBits) | Category);

    /// <summary>Whether the set of a node, if it has one, can be written into it.</summary>
    internal static bool Fits(Tree tree, int node) => tree.CategoryStart[node] < 1 << StartBits && tree.CategoryWords[node] < 1 << WordsBits;
}
