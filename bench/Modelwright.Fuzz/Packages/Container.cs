using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Modelwright.Fuzz.Packages;

/// <summary>A package taken apart: its head, its table, and its parts as records or as bytes. Hashes are mended on writing, so that a change reaches the readers inside.</summary>
internal sealed class Container
{
    /// <summary>The places of parts that are JSON and not records.</summary>
    internal const int PlanPart = 2;

    /// <summary>The second of them.</summary>
    internal const int EvidencePart = 3;

    /// <summary>The place of the check rows.</summary>
    internal const int ChecksPart = 5;

    /// <summary>The place of what answers.</summary>
    internal const int FormPart = 1;

    private const int HashBytes = 32;
    private static readonly string[] Names = ["schema", "form", "plan", "evidence", "baseline", "checks"];

    private readonly ushort _version;

    private Container(ushort version, Record?[] records, byte[]?[] bytes) => (_version, Records, Bytes) = (version, records, bytes);

    /// <summary>The parts that are records; null where the part is bytes.</summary>
    internal Record?[] Records { get; }

    /// <summary>The parts that are bytes; null where the part is a record.</summary>
    internal byte[]?[] Bytes { get; }

    /// <summary>Takes a sound package apart.</summary>
    internal static Container Parse(ReadOnlySpan<byte> package)
    {
        var lengths = new int[Names.Length];
        var position = 12;
        for (var part = 0; part < lengths.Length; part++)
        {
            position += 1 + package[position];
            lengths[part] = (int)BinaryPrimitives.ReadInt64LittleEndian(package[position..]);
            position += 8 + HashBytes;
        }

        var records = new Record?[Names.Length];
        var bytes = new byte[]?[Names.Length];
        for (var part = 0; part < lengths.Length; part++)
        {
            var own = package.Slice(position, lengths[part]);
            (records[part], bytes[part]) = part is PlanPart or EvidencePart ? (null, own.ToArray()) : (Record.Parse(own), (byte[]?)null);
            position += lengths[part];
        }

        return new(BinaryPrimitives.ReadUInt16LittleEndian(package[4..]), records, bytes);
    }

    /// <summary>A copy that shares nothing.</summary>
    internal Container Copy() => new(_version, Array.ConvertAll(Records, record => record?.Copy()), Array.ConvertAll(Bytes, bytes => bytes is null ? null : (byte[])[.. bytes]));

    /// <summary>The package with a true table.</summary>
    internal byte[] ToArray()
    {
        var parts = Names.Select((_, part) => Records[part]?.ToArray() ?? Bytes[part] ?? []).ToArray();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("MWPK"u8);
        writer.Write(_version);
        writer.Write((ushort)0);
        writer.Write(Names.Length);
        for (var part = 0; part < parts.Length; part++)
        {
            writer.Write((byte)Names[part].Length);
            writer.Write(Encoding.ASCII.GetBytes(Names[part]));
            writer.Write((long)parts[part].Length);
            writer.Write(SHA256.HashData(parts[part]));
        }

        foreach (var part in parts)
        {
            writer.Write(part);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Every entry of every record.</summary>
    internal (Record In, Entry Entry)[] All() => [.. Records.OfType<Record>().SelectMany(record => record.All())];

    /// <summary>Takes the check rows away, as who knows the right answers could write them too.</summary>
    internal void DropChecks()
    {
        var none = new Record();
        none.Entries.AddRange([Record.Integer("rows", 0), Record.Integer("columns", 0), Record.NoNumbers("answers")]);
        Records[ChecksPart] = none;
    }
}
