using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>
/// One decision tree in flat arrays, in LightGBM's convention: node 0 is the root, a child of 0 or more is a node, a
/// negative child is leaf ~child. Without nodes the tree is its one leaf. Not to be changed once a form holds it.
/// </summary>
/// <remarks>
/// Number split: a value of at most the threshold goes left; a missing one (NaN) goes where <see cref="MissingLeft"/> says.
/// Category split: a code in the set goes left; a missing value, an unseen level and any other code go right.
/// </remarks>
public sealed class Tree
{
    /// <summary>For each node, the input it asks: a position in the ensemble's inputs.</summary>
    public required int[] Feature { get; init; }

    /// <summary>For each node, the largest number that goes left; 0 for a category split.</summary>
    public required double[] Threshold { get; init; }

    /// <summary>For each node, where "yes" leads.</summary>
    public required int[] Left { get; init; }

    /// <summary>For each node, where "no" leads.</summary>
    public required int[] Right { get; init; }

    /// <summary>For each node, whether a missing number goes left.</summary>
    public required bool[] MissingLeft { get; init; }

    /// <summary>For each node, where its set starts in <see cref="CategoryBits"/>; -1 for a number split.</summary>
    public required int[] CategoryStart { get; init; }

    /// <summary>For each node, how many words its set has; 0 for a number split.</summary>
    public required int[] CategoryWords { get; init; }

    /// <summary>The sets of all nodes: bit code % 32 of word code / 32.</summary>
    public required uint[] CategoryBits { get; init; }

    /// <summary>Leaf values, leaf by leaf; the width is 1, or one value an output.</summary>
    public required double[] Leaves { get; init; }

    /// <summary>For each leaf, how many training rows ended in it, 1 or more; empty where that is not known, and for a single leaf.</summary>
    public int[] Covers { get; init; } = [];

    /// <summary>Number of inner nodes; 0 for a single leaf.</summary>
    public int NodeCount => Feature.Length;

    /// <summary>Number of leaves: one more than there are nodes.</summary>
    public int LeafCount => Feature.Length + 1;

    /// <summary>A tree of one leaf.</summary>
    /// <param name="values">The leaf's value, or one an output.</param>
    /// <returns>The tree.</returns>
    public static Tree SingleLeaf(params double[] values) => new()
    {
        Feature = [],
        Threshold = [],
        Left = [],
        Right = [],
        MissingLeft = [],
        CategoryStart = [],
        CategoryWords = [],
        CategoryBits = [],
        Leaves = values,
    };

    /// <summary>The leaf that a row ends in.</summary>
    /// <param name="row">One value an input; category codes as numbers, -1 for missing.</param>
    /// <returns>0-based leaf.</returns>
    public int LeafOf(ReadOnlySpan<double> row)
    {
        if (Feature.Length == 0)
        {
            return 0;
        }

        var node = 0;
        while (node >= 0)
        {
            node = Next(node, row);
        }

        return ~node;
    }

    /// <summary>Checks that every walk ends in a leaf, whatever the row.</summary>
    /// <param name="inputs">Number of the ensemble's inputs.</param>
    /// <param name="width">Values a leaf holds.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is out of range, or children do not come after their parents.</exception>
    public void Check(int inputs, int width) => TreeCheck.Check(this, inputs, width);

    private int Next(int node, ReadOnlySpan<double> row)
    {
        var value = row[Feature[node]];
        bool left;
        if (CategoryStart[node] < 0)
        {
            left = value <= Threshold[node] || (MissingLeft[node] && double.IsNaN(value));
        }
        else
        {
            left = Holds(node, (int)value);
        }

        return left ? Left[node] : Right[node];
    }

    /// <summary>Whether a code is in the set of a category split.</summary>
    internal bool Holds(int node, int code) =>
        code >= 0 && code >> 5 < CategoryWords[node] && (CategoryBits[CategoryStart[node] + (code >> 5)] >> (code & 31) & 1) != 0;
}
