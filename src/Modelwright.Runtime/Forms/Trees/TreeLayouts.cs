using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Trees.Codes;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>The layouts of an ensemble beside the trees themselves, each made when it is first worth its making.</summary>
/// <remarks>All give the same bits. Safe from any thread, also while they are released.</remarks>
internal sealed class TreeLayouts
{
    /// <summary>
    /// Rows asked, all together, from which trees are laid out for single rows: more than the check rows of a package, which are answered whenever it is
    /// opened, so that opening one never pays for it.
    /// </summary>
    internal const int RowsBeforePacking = ManyRows.FewestRows;

    private readonly Func<Made> _make;
    private Made _made;
    private int _asked;

    /// <summary>Makes nothing yet.</summary>
    /// <param name="trees">Sound trees.</param>
    /// <param name="inputs">What they ask.</param>
    /// <param name="width">Values a leaf.</param>
    internal TreeLayouts(Tree[] trees, IReadOnlyList<FormInput> inputs, int width)
    {
        _make = () => new(trees, inputs, width);
        _made = _make();
    }

    /// <summary>The layout for blocks of rows.</summary>
    internal ManyRows Many => Volatile.Read(ref _made).Many.Value;

    /// <summary>The layout for single rows, the fastest that there is; null where none can be made, or it is not worth its making yet.</summary>
    /// <param name="rows">Rows that are asked now.</param>
    internal RowLayout? Single(int rows)
    {
        var made = Volatile.Read(ref _made);
        return !made.Single.IsValueCreated && Interlocked.Add(ref _asked, rows) < RowsBeforePacking ? null : made.Single.Value;
    }

    /// <summary>Lets go of them; they are made anew when they are worth it again.</summary>
    internal void Release()
    {
        Volatile.Write(ref _made, _make());
        Volatile.Write(ref _asked, 0);
    }

    private sealed class Made
    {
        internal Made(Tree[] trees, IReadOnlyList<FormInput> inputs, int width)
        {
            Packed = new(() => PackedTrees.Of(trees, inputs.Count, width));
            Single = new(() => CodedPaths.Of(trees, inputs, width) ?? LeafBits.Of(trees, width) ?? (RowLayout?)Packed.Value);
            Many = new(() => ManyRows.Of(trees, inputs, width, Packed));
        }

        internal Lazy<RowLayout?> Single { get; }

        internal Lazy<PackedTrees?> Packed { get; }

        internal Lazy<ManyRows> Many { get; }
    }
}
