using System.Runtime.InteropServices;

namespace Modelwright.Core.Data;

/// <summary>Collects the texts of a column row by row; full blocks go to a store, which may put them on disk. Not for use from two threads.</summary>
/// <param name="store">Where full blocks go.</param>
public sealed class TextBlockBuilder(BlockStore store)
{
    // Header of a string object and its entry in the block's array.
    private const int BytesBesideCharacters = 30;

    private const int Piece = 1 << 15;

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

    // Unpaired surrogates survive only as UTF-16, so the file holds the characters as they are in memory: the number of
    // texts, the length of each, then all characters. Long texts make large blocks, so they pass through a small buffer.
    private static SpillSlot Write(SpillFile file, string?[] values)
    {
        var head = new int[values.Length + 1];
        head[0] = values.Length;
        var slot = file.Reserve((sizeof(int) * (long)head.Length) + (sizeof(char) * values.Sum(value => (long)(value?.Length ?? 0))));
        var writer = new PieceWriter(file, slot.Offset + (sizeof(int) * (long)head.Length));
        for (var row = 0; row < values.Length; row++)
        {
            head[row + 1] = values[row]?.Length ?? -1;
            writer.Add(values[row]);
        }

        writer.Flush();
        file.Overwrite(slot, MemoryMarshal.AsBytes(head.AsSpan()));
        return slot;
    }

    private static (string?[] Values, long Bytes) Read(SpillFile file, SpillSlot slot)
    {
        Span<int> count = stackalloc int[1];
        file.Read(slot, MemoryMarshal.AsBytes(count));
        var head = new int[count[0] + 1];
        file.Read(slot, MemoryMarshal.AsBytes(head.AsSpan()));
        var values = new string?[count[0]];
        var reader = new PieceReader(file, slot.Offset + (sizeof(int) * (long)head.Length), slot.Offset + slot.Length);
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = head[row + 1] < 0 ? null : reader.Take(head[row + 1]);
        }

        return (values, Size(values));
    }

    private sealed class PieceWriter(SpillFile file, long position)
    {
        private readonly char[] _buffer = new char[Piece];
        private int _used;
        private long _position = position;

        internal void Add(ReadOnlySpan<char> text)
        {
            while (text.Length > 0)
            {
                var count = Math.Min(text.Length, _buffer.Length - _used);
                text[..count].CopyTo(_buffer.AsSpan(_used));
                _used += count;
                text = text[count..];
                if (_used == _buffer.Length)
                {
                    Flush();
                }
            }
        }

        internal void Flush()
        {
            var bytes = MemoryMarshal.AsBytes(_buffer.AsSpan(0, _used));
            file.Overwrite(new(_position, bytes.Length), bytes);
            _position += bytes.Length;
            _used = 0;
        }
    }

    private sealed class PieceReader(SpillFile file, long position, long end)
    {
        private readonly char[] _buffer = new char[Piece];
        private int _start;
        private int _held;
        private long _position = position;

        internal string Take(int length) => string.Create(length, this, static (text, reader) => reader.Fill(text));

        private void Fill(Span<char> text)
        {
            while (text.Length > 0)
            {
                if (_start == _held)
                {
                    Next();
                }

                var count = Math.Min(text.Length, _held - _start);
                _buffer.AsSpan(_start, count).CopyTo(text);
                _start += count;
                text = text[count..];
            }
        }

        private void Next()
        {
            var bytes = MemoryMarshal.AsBytes(_buffer.AsSpan(0, (int)Math.Min(_buffer.Length, (end - _position) / sizeof(char))));
            file.Read(new(_position, bytes.Length), bytes);
            _position += bytes.Length;
            (_start, _held) = (0, bytes.Length / sizeof(char));
        }
    }
}
