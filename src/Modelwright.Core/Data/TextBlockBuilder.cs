using System.Runtime.InteropServices;
using System.Text;

namespace Modelwright.Core.Data;

/// <summary>Collects the texts of a column row by row; full blocks go to a store, which may put them on disk. Not for use from two threads.</summary>
/// <param name="store">Where full blocks go.</param>
public sealed class TextBlockBuilder(BlockStore store)
{
    // Header of a string object and its entry in the block's array.
    private const int BytesBesideCharacters = 30;

    private readonly BlockList<string?> _list = new(store, Size, Write, Read);
    private readonly List<string?> _current = [];

    /// <summary>Rows added so far.</summary>
    public int Count => _list.RowCount + _current.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="value">Its text; null is missing.</param>
    public void Add(string? value)
    {
        _current.Add(value);
        if (_current.Count == Blocks<string?>.Size)
        {
            _list.Add([.. _current]);
            _current.Clear();
        }
    }

    /// <summary>All rows added; the builder must not be used afterwards.</summary>
    /// <returns>Blocks that read from the store.</returns>
    public Blocks<string?> Build() => _list.Build(_current.ToArray());

    private static long Size(string?[] values) => values.Sum(value => BytesBesideCharacters + (2L * (value?.Length ?? 0)));

    // Unpaired surrogates survive only as UTF-16, so the file holds the characters as they are in memory.
    private static SpillSlot Write(SpillFile file, string?[] values)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.Unicode);
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write(value?.Length ?? -1);
            writer.Write(MemoryMarshal.AsBytes(value.AsSpan()));
        }

        return file.Append(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static (string?[] Values, long Bytes) Read(SpillFile file, SpillSlot slot)
    {
        var bytes = new byte[slot.Length];
        file.Read(slot, bytes);
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.Unicode);
        var values = new string?[reader.ReadInt32()];
        for (var row = 0; row < values.Length; row++)
        {
            var length = reader.ReadInt32();
            values[row] = length < 0
                ? null
                : new(MemoryMarshal.Cast<byte, char>(reader.ReadBytes(length * 2)));
        }

        return (values, Size(values));
    }
}
