using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging.Records;

/// <summary>
/// Reads a record. Nothing in the bytes is believed: a length is compared with the bytes that are there before anything is
/// allocated, so memory stays within a small multiple of the bytes.
/// </summary>
internal sealed class RecordReader : IArtifactReader
{
    internal const int MostEntries = 100_000;

    /// <summary>Forms stand in blends and pipelines, these in others; no sound model comes near this depth.</summary>
    internal const int MostDepth = 32;

    private const int SmallestText = 4;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly int _depth;

    internal RecordReader(ReadOnlyMemory<byte> bytes, string path, int depth = 0)
    {
        _bytes = bytes;
        _path = path;
        _depth = depth;
        var cursor = new RecordCursor(bytes.Span, path);
        var count = cursor.Count(MostEntries, "entries");
        for (var entry = 0; entry < count; entry++)
        {
            Index(ref cursor);
        }

        if (cursor.Position != bytes.Length)
        {
            throw Damaged($"{bytes.Length - cursor.Position} bytes follow its last entry");
        }
    }

    /// <summary>Whether there is an entry of a name, of whatever kind.</summary>
    internal bool Holds(string name) => _entries.ContainsKey(name);

    public string? Text(string name)
    {
        var value = Value(name, RecordKind.Text);
        return BinaryPrimitives.ReadUInt32LittleEndian(value) == RecordWriter.NullLength ? null : Words(value[4..], name);
    }

    public double Number(string name) => BinaryPrimitives.ReadDoubleLittleEndian(Value(name, RecordKind.Number));

    public long Integer(string name) => BinaryPrimitives.ReadInt64LittleEndian(Value(name, RecordKind.Integer));

    public bool Flag(string name) => Value(name, RecordKind.Flag)[0] switch
    {
        0 => false,
        1 => true,
        var other => throw Damaged($"entry '{name}' is {other}, neither 0 nor 1"),
    };

    public IReadOnlyList<string> Texts(string name)
    {
        var value = Value(name, RecordKind.Texts);
        var count = (int)BinaryPrimitives.ReadUInt32LittleEndian(value);
        var texts = new string[count];
        var position = 4;
        for (var index = 0; index < count; index++)
        {
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(value[position..]);
            texts[index] = Words(value.Slice(position + SmallestText, length), name);
            position += SmallestText + length;
        }

        return texts;
    }

    public double[] Numbers(string name)
    {
        var values = MemoryMarshal.Cast<byte, double>(Value(name, RecordKind.Numbers)[4..]).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<double, long>(values), MemoryMarshal.Cast<double, long>(values.AsSpan()));
        }

        return values;
    }

    public int[] Integers(string name)
    {
        var values = MemoryMarshal.Cast<byte, int>(Value(name, RecordKind.Integers)[4..]).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(values, values.AsSpan());
        }

        return values;
    }

    public byte[] Bytes(string name) => Value(name, RecordKind.Bytes)[4..].ToArray();

    public IArtifactReader Part(string name)
    {
        var (start, length) = Find(name, RecordKind.Part);
        return _depth < MostDepth
            ? new RecordReader(_bytes.Slice(start + 8, length - 8), $"{_path}/{name}", _depth + 1)
            : throw Damaged($"its parts are nested more than {MostDepth} deep");
    }

    private void Index(ref RecordCursor cursor)
    {
        var name = Words(cursor.Take(cursor.Short(), "a name"), "a name");
        var kind = (RecordKind)cursor.Take(1, "a kind")[0];
        var start = cursor.Position;
        switch (kind)
        {
            case RecordKind.Text:
                cursor.Text();
                break;
            case RecordKind.Number or RecordKind.Integer:
                cursor.Take(8, name);
                break;
            case RecordKind.Flag:
                cursor.Take(1, name);
                break;
            case RecordKind.Texts:
                cursor.Texts();
                break;
            case RecordKind.Numbers:
                cursor.Tensor(sizeof(double));
                break;
            case RecordKind.Integers:
                cursor.Tensor(sizeof(int));
                break;
            case RecordKind.Bytes:
                cursor.Tensor(1);
                break;
            case RecordKind.Part:
                cursor.Part();
                break;
            default:
                throw Damaged($"entry '{name}' is of kind {(byte)kind}, which does not exist");
        }

        if (!_entries.TryAdd(name, new(kind, start, cursor.Position - start)))
        {
            throw Damaged($"entry '{name}' is there twice");
        }
    }

    private ReadOnlySpan<byte> Value(string name, RecordKind kind)
    {
        var (start, length) = Find(name, kind);
        return _bytes.Span.Slice(start, length);
    }

    private (int Start, int Length) Find(string name, RecordKind kind)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            throw Damaged($"entry '{name}' is absent");
        }

        return entry.Kind == kind ? (entry.Start, entry.Length) : throw Damaged($"entry '{name}' is of kind {entry.Kind}, expected {kind}");
    }

    private string Words(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException cause)
        {
            throw new ArtifactException(RecordCursor.Text(_path, $"the text of {name} is not UTF-8"), cause);
        }
    }

    private ArtifactException Damaged(string what) => new(RecordCursor.Text(_path, what));

    // A class, because a dictionary of values of our own would first have to be compiled.
    private sealed record Entry(RecordKind Kind, int Start, int Length);
}
