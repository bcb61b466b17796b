using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging;

/// <summary>The container: a head, a table of parts with lengths and hashes, and the parts. Documented in docs/package-format.md.</summary>
internal static class PackageFile
{
    /// <summary>The newest version that is read and written.</summary>
    internal const ushort Version = 4;

    /// <summary>The parts of every version, all there and in this order.</summary>
    internal static readonly string[] PartNames = ["schema", "form", "plan", "evidence", "baseline", "checks"];

    /// <summary>The parts that make the model what it is.</summary>
    private const int IdentityParts = 3;

    /// <summary>Room grows with the bytes that come, so a lying length costs nothing.</summary>
    private const int ReadStep = 1 << 20;

    private const int HashBytes = 32;
    private const int LargestPart = 0x7FFF_FFC7;
    private static ReadOnlySpan<byte> Magic => "MWPK"u8;

    internal static void Write(Stream stream, ushort version, IReadOnlyList<PackagePart> parts)
    {
        for (var part = 0; part < parts.Count; part++)
        {
            CheckRoom(PartNames[part], parts[part].Length);
        }

        Span<byte> head = stackalloc byte[12];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt16LittleEndian(head[4..], version);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], (uint)parts.Count);
        stream.Write(head);
        Span<byte> length = stackalloc byte[8];
        for (var part = 0; part < parts.Count; part++)
        {
            stream.WriteByte((byte)PartNames[part].Length);
            stream.Write(Encoding.ASCII.GetBytes(PartNames[part]));
            BinaryPrimitives.WriteInt64LittleEndian(length, parts[part].Length);
            stream.Write(length);
            stream.Write(parts[part].Hash);
        }

        foreach (var part in parts)
        {
            part.CopyTo(stream);
        }
    }

    internal static byte[][] Read(Stream stream, PackageLimits limits, out ushort version)
    {
        version = CheckHead(Take(stream, 12));
        var lengths = new long[PartNames.Length];
        var hashes = new byte[PartNames.Length][];
        for (var part = 0; part < lengths.Length; part++)
        {
            CheckName(stream, PartNames[part]);
            lengths[part] = BinaryPrimitives.ReadInt64LittleEndian(Take(stream, 8));
            hashes[part] = Take(stream, HashBytes);
        }

        CheckLengths(lengths, limits);
        var parts = new byte[lengths.Length][];
        for (var part = 0; part < lengths.Length; part++)
        {
            parts[part] = Take(stream, (int)lengths[part]);
            if (!SHA256.HashData(parts[part]).AsSpan().SequenceEqual(hashes[part]))
            {
                throw Damaged($"the bytes of part '{PartNames[part]}' do not have the hash that the file states");
            }
        }

        return stream.ReadByte() < 0 ? parts : throw Damaged("bytes follow its last part");
    }

    /// <summary>The hash, in lower-case hexadecimal, over the hashes of schema, form and plan.</summary>
    internal static string ModelId(IReadOnlyList<PackagePart> parts) =>
        Convert.ToHexStringLower(SHA256.HashData([.. parts.Take(IdentityParts).SelectMany(part => part.Hash)]));

    internal static ArtifactException Damaged(string what, Exception? cause = null) =>
        new($"The package cannot be read: {what}. The file is damaged or was not made by this program; fetch it again from where it was made.", cause);

    /// <summary>Refuses a part that no reader takes.</summary>
    internal static void CheckRoom(string part, long length)
    {
        if (length > LargestPart)
        {
            throw new OptionsException(FormattableString.Invariant($"Part '{part}' of the package would have {length} bytes; a part holds at most {LargestPart}. Train a smaller model with --max-size."));
        }
    }

    private static ushort CheckHead(byte[] head)
    {
        if (!head.AsSpan(0, 4).SequenceEqual(Magic))
        {
            throw Damaged("it does not start with 'MWPK'");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(4));
        if (version == 0)
        {
            throw Damaged("it claims format version 0, which does not exist");
        }

        if (version > Version)
        {
            throw new ArtifactException($"The package is of format version {version}; this program reads versions up to {Version}. Open it with a newer release.");
        }

        var reserved = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6));
        var count = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8));
        if (reserved != 0 || count != PartNames.Length)
        {
            throw Damaged(FormattableString.Invariant($"its head claims {count} parts and flags {reserved}, where version {version} has {PartNames.Length} and 0"));
        }

        return version;
    }

    private static void CheckName(Stream stream, string expected)
    {
        var length = Take(stream, 1)[0];
        if (length != expected.Length || !Take(stream, length).AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(expected)))
        {
            throw Damaged($"its table lacks part '{expected}' in its place");
        }
    }

    private static void CheckLengths(long[] lengths, PackageLimits limits)
    {
        var total = 0L;
        foreach (var length in lengths)
        {
            if (length is < 0 or > LargestPart)
            {
                throw Damaged(FormattableString.Invariant($"a part claims {length} bytes"));
            }

            total += length;
        }

        if (total > limits.MaxBytes)
        {
            throw new ArtifactException(FormattableString.Invariant($"The package claims {total} bytes; the limit is {limits.MaxBytes}. Raise PackageLimits.MaxBytes if you trust where it comes from."));
        }
    }

    private static byte[] Take(Stream stream, int length)
    {
        var bytes = new byte[Math.Min(length, ReadStep)];
        var filled = 0;
        while (filled < length)
        {
            if (filled == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(length, 2L * bytes.Length));
            }

            var read = stream.Read(bytes, filled, bytes.Length - filled);
            if (read == 0)
            {
                throw Damaged("it ends too early");
            }

            filled += read;
        }

        return bytes;
    }
}
