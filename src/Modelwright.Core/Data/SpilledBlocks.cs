namespace Modelwright.Core.Data;

/// <summary>Blocks of which some are in memory and the rest in a spill file, read back when asked for.</summary>
/// <param name="blocks">One entry a block: its values, or null where it is in the file.</param>
/// <param name="slots">One entry a block; used where <paramref name="blocks"/> is null.</param>
/// <param name="file">The file.</param>
/// <param name="read">Reads one block back.</param>
/// <param name="rowCount">Rows in all blocks together.</param>
internal sealed class SpilledBlocks<T>(
    IReadOnlyList<T[]?> blocks,
    IReadOnlyList<SpillSlot> slots,
    SpillFile file,
    Func<SpillFile, SpillSlot, (T[] Values, long Bytes)> read,
    int rowCount) : Blocks<T>
{
    private readonly T[]?[] _blocks = [.. blocks];
    private readonly SpillSlot[] _slots = [.. slots];

    /// <inheritdoc/>
    public override int RowCount => rowCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<T> this[int block] => _blocks[block] ?? file.Get(_slots[block], read);
}
