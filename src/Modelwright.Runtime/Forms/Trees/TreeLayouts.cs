using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>The layouts of an ensemble beside the trees themselves, each made when it is first worth its making.</summary>
/// <remarks>All give the same bits. Safe from any thread.</remarks>
internal sealed class TreeLayouts
{
    /// <summary>Rows asked, all together, from which trees are laid out for walks: a package that answers a row and is closed has no use for it.</summary>
    internal const int RowsBeforePacking = 16;

    private readonly Lazy<PackedTrees?> _packed;
    private readonly Lazy<ManyRows> _many;
    private int _asked;

    /// <summary>Makes nothing yet.</summary>
    /// <param name="trees">Sound trees.</param>
    /// <param name="inputs">What they ask.</param>
    /// <param name="width">Values a leaf.</param>
    internal TreeLayouts(Tree[] trees, IReadOnlyList<FormInput> inputs, int width)
    {
        _packed = new(() => PackedTrees.Of(trees, inputs.Count, width));
        _many = new(() => new(trees, inputs, width, _packed));
    }

    /// <summary>The layout for blocks of rows.</summary>
    internal ManyRows Many => _many.Value;

    /// <summary>The layout for single rows; null where it is not worth its making yet.</summary>
    /// <param name="rows">Rows that are asked now.</param>
    internal PackedTrees? Packed(int rows) =>
        _packed.IsValueCreated || Interlocked.Add(ref _asked, rows) >= RowsBeforePacking ? _packed.Value : null;
}
