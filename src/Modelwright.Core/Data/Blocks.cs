namespace Modelwright.Core.Data;

/// <summary>The values of a column as a sequence of blocks, so that a table may be larger than memory.</summary>
/// <typeparam name="T">The stored value.</typeparam>
/// <remarks>Every block holds <see cref="Size"/> values but the last, which holds the rest. Immutable and safe from any thread.</remarks>
public abstract class Blocks<T>
{
    /// <summary>Rows in a full block.</summary>
    public const int Size = 65_536;

    /// <summary>Rows in all blocks together.</summary>
    public abstract int RowCount { get; }

    /// <summary>Number of blocks; 0 for an empty column.</summary>
    public int BlockCount => (int)(((long)RowCount + Size - 1) / Size);

    /// <summary>One block; the span stays valid for as long as it is held.</summary>
    /// <param name="block">0-based block number, below <see cref="BlockCount"/>.</param>
    public abstract ReadOnlySpan<T> this[int block] { get; }

    /// <summary>The value of one row. Loops over many rows take blocks instead.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>The stored value.</returns>
    public T At(int row) => this[row / Size][row % Size];

    /// <summary>Copies all rows to one contiguous span.</summary>
    /// <param name="destination">At least <see cref="RowCount"/> long.</param>
    public void CopyTo(Span<T> destination)
    {
        for (var block = 0; block < BlockCount; block++)
        {
            this[block].CopyTo(destination[(block * Size)..]);
        }
    }

    /// <summary>Copies the named rows, in the order named.</summary>
    /// <param name="rows">0-based rows; may repeat.</param>
    /// <param name="destination">At least as long as <paramref name="rows"/>.</param>
    public void Gather(ReadOnlySpan<int> rows, Span<T> destination)
    {
        var held = -1;
        ReadOnlySpan<T> values = default;
        for (var index = 0; index < rows.Length; index++)
        {
            var block = rows[index] / Size;
            if (block != held)
            {
                values = this[block];
                held = block;
            }

            destination[index] = values[rows[index] % Size];
        }
    }
}
