namespace Modelwright.Core.Data;

/// <summary>The full blocks of one column while it is built.</summary>
/// <param name="store">Says whether a block stays in memory.</param>
/// <param name="size">Bytes that a block takes in memory.</param>
/// <param name="write">Writes a block to the file.</param>
/// <param name="read">Reads it back.</param>
internal sealed class BlockList<T>(
    BlockStore store,
    Func<T[], long> size,
    Func<SpillFile, T[], SpillSlot> write,
    Func<SpillFile, SpillSlot, (T[] Values, long Bytes)> read)
{
    private readonly List<T[]?> _blocks = [];
    private readonly List<SpillSlot> _slots = [];
    private SpillFile? _file;

    internal int RowCount { get; private set; }

    internal void Add(T[] values)
    {
        var kept = store.TryKeep(size(values));
        _blocks.Add(kept ? values : null);
        _slots.Add(kept ? default : write(_file ??= store.File(), values));
        RowCount = checked(RowCount + values.Length);
    }

    internal void Change(Action<T[]> change, Action<SpillFile, SpillSlot, T[]> rewrite)
    {
        for (var block = 0; block < _blocks.Count; block++)
        {
            if (_blocks[block] is { } kept)
            {
                change(kept);
            }
            else
            {
                var values = read(_file!, _slots[block]).Values;
                change(values);
                rewrite(_file!, _slots[block], values);
            }
        }
    }

    internal Blocks<T> Build(ReadOnlySpan<T> rest)
    {
        if (rest.Length > 0)
        {
            Add(rest.ToArray());
        }

        return _file is null
            ? MemoryBlocks<T>.FromBlocks(_blocks.ConvertAll(block => block!))
            : new SpilledBlocks<T>(_blocks, _slots, _file, read, RowCount);
    }
}
