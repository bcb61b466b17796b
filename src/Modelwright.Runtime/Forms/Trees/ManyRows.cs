using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Trees.Codes;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>
/// Adds up trees for many rows: block by block, tree after tree, so that a row's sum has the same bits as alone. Trees of few
/// leaves look at codes of the values (<see cref="CodedTree{T}"/>), others walk side by side (<see cref="PackedTrees"/>).
/// </summary>
/// <remarks>Immutable; safe from any thread.</remarks>
internal abstract class ManyRows
{
    /// <summary>Rows from which the layout is worth its making: more than the check rows of a package, which are answered whenever it is opened.</summary>
    internal const int FewestRows = 64;

    /// <summary>Leaves up to which a look at all nodes is faster than a walk, for codes of one byte and of two.</summary>
    private const int MostLeavesOfBytes = 256;
    private const int MostLeavesOfTwo = 512;

    /// <summary>Lays the trees out.</summary>
    /// <param name="trees">Sound trees.</param>
    /// <param name="inputs">What they ask.</param>
    /// <param name="width">Values a leaf.</param>
    /// <param name="packed">The same trees laid out for walks; asked only where there are trees of many leaves.</param>
    /// <returns>The layout.</returns>
    internal static ManyRows Of(Tree[] trees, IReadOnlyList<FormInput> inputs, int width, Lazy<PackedTrees?> packed)
    {
        var ensemble = new Ensemble(trees, inputs.Count, width, packed);
        Tree[] few = [.. trees.Where(tree => tree.LeafCount <= MostLeavesOfBytes)];
        if (RowCodes<byte>.Of(few, inputs) is { } bytes)
        {
            return new CodedRows<byte>(ensemble, bytes, MostLeavesOfBytes);
        }

        few = [.. trees.Where(tree => tree.LeafCount <= MostLeavesOfTwo)];
        return RowCodes<ushort>.Of(few, inputs) is { } codes
            ? new CodedRows<ushort>(ensemble, codes, MostLeavesOfTwo)
            : new CodedRows<byte>(ensemble, RowCodes<byte>.Of([], inputs)!, mostLeaves: 0);
    }

    /// <summary>Adds what every tree says of every row; tree t adds to output t % outputs where a leaf holds one value.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="scores">Rows x outputs.</param>
    /// <param name="outputs">Scores a row.</param>
    internal abstract void Add(ReadOnlySpan<double> values, Span<double> scores, int outputs);

    /// <summary>The trees as they are.</summary>
    internal sealed record Ensemble(Tree[] Trees, int Inputs, int Width, Lazy<PackedTrees?> Packed);
}
