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
    private static readonly string[] Names = ["schema", "form", "plan", "evidence", "baseline", "checks", "attestations"];

    /// <summary>The place of what was stated of the model since, where there is such a part: JSON.</summary>
    private const int AttestationsPart = 6;

    private readonly uint _versions;

    private Container(uint versions, Record?[] records, byte[]?[] bytes) => (_versions, Records, Bytes) = (versions, records, bytes);

    /// <summary>The parts that are records; null where the part is bytes.</summary>
    internal Record?[] Records { get; }

    /// <summary>The parts that are bytes; null where the part is a record.</summary>
    internal byte[]?[] Bytes { get; }

    /// <summary>The places of the parts that are JSON.</summary>
    internal int[] Texts => [PlanPart, EvidencePart, .. Bytes.Length > AttestationsPart ? [AttestationsPart] : Array.Empty<int>()];

    /// <summary>Takes a sound package apart.</summary>
    internal static Container Parse(ReadOnlySpan<byte> package)
    {
        var lengths = new int[BinaryPrimitives.ReadInt32LittleEndian(package[8..])];
        var position = 12;
        for (var part = 0; part < lengths.Length; part++)
        {
            position += 1 + package[position];
            lengths[part] = (int)BinaryPrimitives.ReadInt64LittleEndian(package[position..]);
            position += 8 + HashBytes;
        }

        var records = new Record?[lengths.Length];
        var bytes = new byte[]?[lengths.Length];
        for (var part = 0; part < lengths.Length; part++)
        {
            var own = package.Slice(position, lengths[part]);
            (records[part], bytes[part]) = part is PlanPart or EvidencePart or AttestationsPart ? (null, own.ToArray()) : (Record.Parse(own), (byte[]?)null);
            position += lengths[part];
        }

        return new(BinaryPrimitives.ReadUInt32LittleEndian(package[4..]), records, bytes);
    }

    /// <summary>A copy that shares nothing.</summary>
    internal Container Copy() => new(_versions, Array.ConvertAll(Records, record => record?.Copy()), Array.ConvertAll(Bytes, bytes => bytes is null ? null : (byte[])[.. bytes]));

    /// <summary>The package with a true table.</summary>
    internal byte[] ToArray()
    {
        var parts = Records.Select((_, part) => Records[part]?.ToArray() ?? Bytes[part] ?? []).ToArray();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("MWPK"u8);
        writer.Write(_versions);
        writer.Write(parts.Length);
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
