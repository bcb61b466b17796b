using System.Buffers.Binary;
using System.Text;

namespace Modelwright.Fuzz.Packages;

/// <summary>A record of a package, taken apart by docs/package-format.md and put together again.</summary>
internal sealed class Record
{
    private const int TextKind = 1;
    private const int IntegerKind = 3;
    private const int NumbersKind = 6;

    /// <summary>Bytes of one value, by kind: what stands behind its count for tensors.</summary>
    private static readonly int[] Sizes = [0, 0, 8, 8, 1, 0, 8, 4, 1];

    /// <summary>The entries in their order.</summary>
    internal List<Entry> Entries { get; } = [];

    /// <summary>The number of entries that the record claims; null tells the truth.</summary>
    internal uint? ClaimedCount { get; set; }

    /// <summary>Takes a sound record apart.</summary>
    internal static Record Parse(ReadOnlySpan<byte> bytes)
    {
        var record = new Record();
        var count = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        var position = 4;
        for (var number = 0; number < count; number++)
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(bytes[position..]);
            var kind = bytes[position + 2 + name];
            var start = position + 3 + name;
            var length = Length(bytes[start..], kind);
            record.Entries.Add(new()
            {
                Name = bytes.Slice(position + 2, name).ToArray(),
                Kind = kind,
                Value = kind == Entry.PartKind ? [] : bytes.Slice(start, length).ToArray(),
                Part = kind == Entry.PartKind ? Parse(bytes.Slice(start + 8, length - 8)) : null,
            });
            position = start + length;
        }

        return record;
    }

    /// <summary>A record of a text, integers and numbers, to be filled further.</summary>
    internal static Entry Text(string name, string value) => new() { Name = Encoding.UTF8.GetBytes(name), Kind = TextKind, Value = [.. BitConverter.GetBytes(Encoding.UTF8.GetByteCount(value)), .. Encoding.UTF8.GetBytes(value)] };

    /// <summary>An integer.</summary>
    internal static Entry Integer(string name, long value) => new() { Name = Encoding.UTF8.GetBytes(name), Kind = IntegerKind, Value = BitConverter.GetBytes(value) };

    /// <summary>An empty list of numbers.</summary>
    internal static Entry NoNumbers(string name) => new() { Name = Encoding.UTF8.GetBytes(name), Kind = NumbersKind, Value = new byte[4] };

    /// <summary>A part.</summary>
    internal static Entry Of(string name, Record part) => new() { Name = Encoding.UTF8.GetBytes(name), Kind = Entry.PartKind, Part = part };

    /// <summary>A copy that shares nothing.</summary>
    internal Record Copy()
    {
        var copy = new Record { ClaimedCount = ClaimedCount };
        copy.Entries.AddRange(Entries.Select(entry => entry.Copy()));
        return copy;
    }

    /// <summary>Every entry of this record and of its parts, with the record it stands in.</summary>
    internal IEnumerable<(Record In, Entry Entry)> All() =>
        Entries.SelectMany(entry => entry.Part is null ? [(this, entry)] : entry.Part.All().Prepend((this, entry)));

    /// <summary>The bytes.</summary>
    internal byte[] ToArray()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(ClaimedCount ?? (uint)Entries.Count);
        foreach (var entry in Entries)
        {
            writer.Write((ushort)entry.Name.Length);
            writer.Write(entry.Name);
            writer.Write(entry.Kind);
            if (entry.Part is { } part)
            {
                var bytes = part.ToArray();
                writer.Write(entry.ClaimedLength ?? bytes.Length);
                writer.Write(bytes);
            }
            else
            {
                writer.Write(entry.Value);
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static int Length(ReadOnlySpan<byte> bytes, byte kind)
    {
        switch (kind)
        {
            case TextKind:
                var text = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
                return text == uint.MaxValue ? 4 : 4 + (int)text;
            case 5:
                var position = 4;
                for (var left = BinaryPrimitives.ReadUInt32LittleEndian(bytes); left > 0; left--)
                {
                    position += 4 + BinaryPrimitives.ReadInt32LittleEndian(bytes[position..]);
                }

                return position;
            case Entry.PartKind:
                return 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
            case >= NumbersKind:
                return 4 + (Sizes[kind] * BinaryPrimitives.ReadInt32LittleEndian(bytes));
            default:
                return Sizes[kind];
        }
    }
}
