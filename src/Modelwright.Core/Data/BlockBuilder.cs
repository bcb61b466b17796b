using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Modelwright.Core.Data;

/// <summary>Collects the values of a column row by row; full blocks go to a store, which may put them on disk. Not for use from two threads.</summary>
/// <typeparam name="T">The stored value.</typeparam>
/// <param name="store">Where full blocks go.</param>
public sealed class BlockBuilder<T>(BlockStore store)
    where T : unmanaged
{
    private const int FirstCapacity = 256;

    private readonly BlockList<T> _list = new(store, values => values.Length * (long)Unsafe.SizeOf<T>(), Write, Read);
    private T[] _current = [];
    private int _used;

    /// <summary>Rows added so far.</summary>
    public int Count => _list.RowCount + _used;

    /// <summary>Adds a row.</summary>
    /// <param name="value">Its value.</param>
    public void Add(T value)
    {
        if (_used == _current.Length)
        {
            Grow();
        }

        _current[_used++] = value;
    }

    /// <summary>Adds rows of one value.</summary>
    /// <param name="value">The value of each.</param>
    /// <param name="count">How many.</param>
    public void Add(T value, int count)
    {
        for (var row = 0; row < count; row++)
        {
            Add(value);
        }
    }

    /// <summary>All rows added; the builder must not be used afterwards.</summary>
    /// <returns>Blocks that read from the store.</returns>
    public Blocks<T> Build() => _list.Build(_current.AsSpan(0, _used));

    /// <summary>All rows added, changed on the way out, such as codes that move to sorted levels; the builder must not be used afterwards.</summary>
    /// <param name="change">Changes the rows of one block in place.</param>
    /// <returns>Blocks that read from the store.</returns>
    public Blocks<T> Build(Action<T[]> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var rest = _current.AsSpan(0, _used).ToArray();
        change(rest);
        _list.Change(change, static (file, slot, values) => file.Overwrite(slot, MemoryMarshal.AsBytes(values.AsSpan())));
        return _list.Build(rest);
    }

    // A block starts small and doubles, so that a thousand columns of few rows cost little.
    private void Grow()
    {
        if (_used == Blocks<T>.Size)
        {
            _list.Add(_current);
            _current = [];
            _used = 0;
        }

        Array.Resize(ref _current, Math.Clamp(_used * 2, FirstCapacity, Blocks<T>.Size));
    }

    private static SpillSlot Write(SpillFile file, T[] values) => file.Append(MemoryMarshal.AsBytes(values.AsSpan()));

    private static (T[] Values, long Bytes) Read(SpillFile file, SpillSlot slot)
    {
        var values = new T[slot.Length / Unsafe.SizeOf<T>()];
        file.Read(slot, MemoryMarshal.AsBytes(values.AsSpan()));
        return (values, slot.Length);
    }
}
