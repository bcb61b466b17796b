namespace Modelwright.Core.Data;

/// <summary>Blocks held in memory.</summary>
/// <typeparam name="T">The stored value.</typeparam>
public sealed class MemoryBlocks<T> : Blocks<T>
{
    private readonly T[][] _blocks;

    private MemoryBlocks(T[][] blocks, int rowCount)
    {
        _blocks = blocks;
        RowCount = rowCount;
    }

    /// <inheritdoc/>
    public override int RowCount { get; }

    /// <inheritdoc/>
    public override ReadOnlySpan<T> this[int block] => _blocks[block];

    /// <summary>Cuts contiguous values into blocks; up to one block is taken over without a copy.</summary>
    /// <param name="values">All rows; not to be changed afterwards.</param>
    /// <returns>The same values as blocks.</returns>
    public static MemoryBlocks<T> From(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length is > 0 and <= Size)
        {
            return new([values], values.Length);
        }

        var blocks = new T[(values.Length + Size - 1) / Size][];
        for (var block = 0; block < blocks.Length; block++)
        {
            blocks[block] = values.AsSpan(block * Size, Math.Min(Size, values.Length - (block * Size))).ToArray();
        }

        return new(blocks, values.Length);
    }

    /// <summary>Takes over ready blocks.</summary>
    /// <param name="blocks">Full blocks, and a last one that may be shorter.</param>
    /// <returns>The blocks as one sequence.</returns>
    /// <exception cref="ArgumentException">A block before the last is not full.</exception>
    public static MemoryBlocks<T> FromBlocks(IReadOnlyList<T[]> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var rows = 0;
        for (var block = 0; block < blocks.Count; block++)
        {
            rows += blocks[block].Length;
            var full = blocks[block].Length == Size;
            var last = block == blocks.Count - 1 && blocks[block].Length is > 0 and < Size;
            if (!full && !last)
            {
                throw new ArgumentException($"Block {block} holds {blocks[block].Length} rows; all but the last hold {Size}.", nameof(blocks));
            }
        }

        return new([.. blocks], rows);
    }
}
