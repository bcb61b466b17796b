using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging;

/// <summary>The container: a head, a table of parts with lengths and hashes, and the parts. Documented in docs/package-format.md.</summary>
internal static class PackageFile
{
    /// <summary>The newest version that is read and written: the first one with attestations.</summary>
    internal const ushort Version = 5;

    /// <summary>The parts in their order; the last one from version 5 on only, the others always.</summary>
    internal static readonly string[] PartNames = ["schema", "form", "plan", "evidence", "baseline", "checks", "attestations"];

    /// <summary>The version of a package whose model says all, up to which there are no attestations.</summary>
    private const ushort LastOfModels = 4;

    /// <summary>The parts that make the model what it is.</summary>
    private const int IdentityParts = 3;

    /// <summary>Room grows with the bytes that come, so a lying length costs nothing.</summary>
    private const int ReadStep = 1 << 20;

    private const int HashBytes = 32;
    private const int LargestPart = 0x7FFF_FFC7;
    private static ReadOnlySpan<byte> Magic => "MWPK"u8;

    /// <summary>Writes the container.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="version">The version of the model's parts.</param>
    /// <param name="parts">The parts, with attestations or without.</param>
    internal static void Write(Stream stream, ushort version, IReadOnlyList<PackagePart> parts)
    {
        var isAttested = parts.Count == PartNames.Length;
        for (var part = 0; part < parts.Count; part++)
        {
            CheckRoom(PartNames[part], parts[part].Length);
        }

        Span<byte> head = stackalloc byte[12];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt16LittleEndian(head[4..], isAttested ? Version : version);
        BinaryPrimitives.WriteUInt16LittleEndian(head[6..], isAttested ? version : (ushort)0);
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

    /// <summary>Reads the container.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="limits">How much to read.</param>
    /// <param name="version">The version of the model's parts.</param>
    /// <returns>The parts, with attestations or without.</returns>
    internal static byte[][] Read(Stream stream, PackageLimits limits, out ushort version)
    {
        (version, var count) = CheckHead(Take(stream, 12));
        var lengths = new long[count];
        var hashes = new byte[count][];
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

    private static (ushort Version, int Parts) CheckHead(byte[] head)
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

        var ofModel = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6));
        var count = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8));
        var expected = version > LastOfModels ? PartNames.Length : PartNames.Length - 1;
        if (count != expected || (version > LastOfModels ? ofModel is 0 or > LastOfModels : ofModel != 0))
        {
            var second = version > LastOfModels ? FormattableString.Invariant($"1 to {LastOfModels}") : "0";
            throw Damaged(FormattableString.Invariant($"its head claims {count} parts and {ofModel} behind the version, where version {version} has {expected} and {second}"));
        }

        return (version > LastOfModels ? ofModel : version, expected);
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
