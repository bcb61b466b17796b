using System.Buffers.Binary;
using System.Text;
using Modelwright.Generator.Packages;

namespace Modelwright.Generator.Records;

/// <summary>
/// Reads the entries of a record that generated code depends on. Nothing in the bytes is believed: a length is compared with the
/// bytes that are there before anything is made of it.
/// </summary>
internal sealed class RecordReader
{
    private const int MostEntries = 100_000;
    private const int MostDepth = 32;

    /// <summary>A name of no letter, a kind and a flag: no entry is shorter.</summary>
    private const int SmallestEntry = 4;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private readonly byte[] _bytes;
    private readonly string _path;
    private readonly int _depth;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    internal RecordReader(byte[] bytes, string path)
        : this(bytes, new RecordCursor(bytes, 0, bytes.Length, path), path, 0)
    {
    }

    private RecordReader(byte[] bytes, RecordCursor cursor, string path, int depth)
    {
        (_bytes, _path, _depth) = (bytes, path, depth);
        var count = cursor.Count(SmallestEntry, "entries");
        if (count > MostEntries)
        {
            throw Damaged($"it claims {count} entries, at most {MostEntries} can be read");
        }

        for (var entry = 0; entry < count; entry++)
        {
            Index(cursor);
        }

        if (cursor.Left > 0)
        {
            throw Damaged($"{cursor.Left} bytes follow its last entry");
        }
    }

    internal bool Has(string name) => _entries.ContainsKey(name);

    internal string Text(string name)
    {
        var cursor = Cursor(name, RecordKind.Text);
        var length = cursor.Length();
        return length == RecordCursor.NullLength ? throw Damaged($"entry '{name}' is null") : Words(cursor.Take(length, name), (int)length, name);
    }

    internal string[] Texts(string name)
    {
        var cursor = Cursor(name, RecordKind.Texts);
        var texts = new string[cursor.Count(sizeof(int), "texts")];
        for (var place = 0; place < texts.Length; place++)
        {
            var length = cursor.Length();
            texts[place] = Words(cursor.Take(length, name), (int)length, name);
        }

        return texts;
    }

    internal int[] Integers(string name)
    {
        var cursor = Cursor(name, RecordKind.Integers);
        var values = new int[cursor.Count(sizeof(int), "integers")];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(cursor.Take(sizeof(int), name)));
        }

        return values;
    }

    internal byte[] Bytes(string name)
    {
        var cursor = Cursor(name, RecordKind.Bytes);
        var count = cursor.Count(1, "bytes");
        return _bytes.AsSpan(cursor.Take(count, name), count).ToArray();
    }

    internal RecordReader Part(string name)
    {
        var entry = Find(name, RecordKind.Part);
        var path = $"{_path}/{name}";
        return _depth < MostDepth
            ? new(_bytes, new RecordCursor(_bytes, entry.Start + sizeof(long), entry.End, path), path, _depth + 1)
            : throw Damaged($"its parts are nested more than {MostDepth} deep");
    }

    private void Index(RecordCursor cursor)
    {
        var length = cursor.Short();
        var name = Words(cursor.Take(length, "a name"), length, "a name");
        var kind = (RecordKind)cursor.Byte("a kind");
        var start = cursor.Position;
        Skip(cursor, name, kind);
        if (_entries.ContainsKey(name))
        {
            throw Damaged($"entry '{name}' is there twice");
        }

        _entries.Add(name, new(kind, start, cursor.Position));
    }

    private void Skip(RecordCursor cursor, string name, RecordKind kind)
    {
        switch (kind)
        {
            case RecordKind.Text:
                var length = cursor.Length();
                cursor.Take(length == RecordCursor.NullLength ? 0 : length, name);
                break;
            case RecordKind.Number or RecordKind.Integer:
                cursor.Take(8, name);
                break;
            case RecordKind.Flag:
                cursor.Take(1, name);
                break;
            case RecordKind.Texts:
                for (var left = cursor.Count(sizeof(int), "texts"); left > 0; left--)
                {
                    cursor.Take(cursor.Length(), name);
                }

                break;
            case RecordKind.Numbers or RecordKind.Integers or RecordKind.Bytes:
                cursor.Take(cursor.Length() * (long)Size(kind), name);
                break;
            case RecordKind.Part:
                cursor.Take(cursor.LongLength(), name);
                break;
            default:
                throw Damaged($"entry '{name}' is of kind {(byte)kind}, which does not exist");
        }
    }

    private static int Size(RecordKind kind) => kind == RecordKind.Numbers ? sizeof(double) : kind == RecordKind.Integers ? sizeof(int) : 1;

    private RecordCursor Cursor(string name, RecordKind kind)
    {
        var entry = Find(name, kind);
        return new(_bytes, entry.Start, entry.End, _path);
    }

    private Entry Find(string name, RecordKind kind)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            throw Damaged($"entry '{name}' is absent");
        }

        return entry.Kind == kind ? entry : throw Damaged($"entry '{name}' is of kind {entry.Kind}, expected {kind}");
    }

    private string Words(int start, int length, string name)
    {
        try
        {
            return Utf8.GetString(_bytes, start, length);
        }
        catch (DecoderFallbackException)
        {
            throw Damaged($"the text of {name} is not UTF-8");
        }
    }

    private UnusablePackageException Damaged(string what) => UnusablePackageException.Damaged($"part '{_path}' is not sound, {what}");

    private sealed record Entry(RecordKind Kind, int Start, int End);
}
