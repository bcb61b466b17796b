using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Modelwright.Generator.Packages;

/// <summary>Reads the container of a package, and of its parts the two that code is made of. docs/package-format.md has the format.</summary>
internal static class PackageContainer
{
    private const ushort Newest = 5;
    private const ushort LastWithoutAttestations = 4;
    private const int HeadBytes = 12;
    private const int HashBytes = 32;

    /// <summary>The parts whose hashes make the model id.</summary>
    private const int IdentityParts = 3;

    private static readonly string[] PartNames = ["schema", "form", "plan", "evidence", "baseline", "checks", "attestations"];

    /// <summary>Reads the head and the table; the stream stands at the first part afterwards.</summary>
    /// <exception cref="UnusablePackageException">They are not those of a package, or the lengths are not those of the file.</exception>
    internal static PackageHead Head(Stream stream)
    {
        var count = PartCount(Take(stream, HeadBytes));
        var head = new PackageHead(new long[count], new byte[count][]);
        for (var part = 0; part < count; part++)
        {
            CheckName(stream, PartNames[part]);
            head.Lengths[part] = BinaryPrimitives.ReadInt64LittleEndian(Take(stream, sizeof(long)));
            head.Hashes[part] = Take(stream, HashBytes);
        }

        CheckLengths(head.Lengths, stream.Length - stream.Position);
        return head;
    }

    /// <summary>Reads the parts 'schema' and 'form', the first two.</summary>
    /// <exception cref="UnusablePackageException">They are too large, or have other hashes.</exception>
    internal static (byte[] Schema, byte[] Form) Parts(Stream stream, PackageHead head)
    {
        var bytes = head.Lengths[0] + head.Lengths[1];
        return bytes <= PackageLimits.MostBytes
            ? (Part(stream, head, 0), Part(stream, head, 1))
            : throw UnusablePackageException.TooLarge(Text("its schema and its form have {0} bytes, at most {1} are read", bytes, PackageLimits.MostBytes));
    }

    /// <summary>The hash, in lower-case hexadecimal, over the hashes of schema, form and plan.</summary>
    internal static string ModelId(PackageHead head)
    {
        using var hash = SHA256.Create();
        return string.Concat(hash.ComputeHash([.. head.Hashes.Take(IdentityParts).SelectMany(part => part)]).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static int PartCount(byte[] head)
    {
        if (!head.AsSpan(0, 4).SequenceEqual("MWPK"u8))
        {
            throw UnusablePackageException.Damaged("it does not start with 'MWPK'");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(4));
        if (version == 0)
        {
            throw UnusablePackageException.Damaged("it claims format version 0, which does not exist");
        }

        if (version > Newest)
        {
            throw UnusablePackageException.Newer(Text("it is of format version {0}, and versions up to {1} are read", version, Newest));
        }

        var ofModel = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6));
        var count = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8));
        var isAttested = version > LastWithoutAttestations;
        var expected = isAttested ? PartNames.Length : PartNames.Length - 1;
        return count == expected && (isAttested ? ofModel is > 0 and <= LastWithoutAttestations : ofModel == 0)
            ? expected
            : throw UnusablePackageException.Damaged(Text("its head claims {0} parts and {1} behind the version, which version {2} never has", count, ofModel, version));
    }

    private static void CheckName(Stream stream, string expected)
    {
        var length = Take(stream, 1)[0];
        if (length != expected.Length || !Take(stream, length).AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(expected)))
        {
            throw UnusablePackageException.Damaged($"its table lacks part '{expected}' in its place");
        }
    }

    private static void CheckLengths(long[] lengths, long left)
    {
        foreach (var length in lengths)
        {
            if (length < 0)
            {
                throw UnusablePackageException.Damaged(Text("a part claims {0} bytes", length));
            }

            if (length > left)
            {
                throw UnusablePackageException.Damaged("it ends too early");
            }

            left -= length;
        }

        if (left > 0)
        {
            throw UnusablePackageException.Damaged("bytes follow its last part");
        }
    }

    private static byte[] Part(Stream stream, PackageHead head, int part)
    {
        var bytes = Take(stream, (int)head.Lengths[part]);
        using var hash = SHA256.Create();
        return hash.ComputeHash(bytes).AsSpan().SequenceEqual(head.Hashes[part])
            ? bytes
            : throw UnusablePackageException.Damaged($"the bytes of part '{PartNames[part]}' do not have the hash that the file states");
    }

    // The length is below that of the file: it was compared, or is a constant of the format.
    private static byte[] Take(Stream stream, int length)
    {
        var bytes = new byte[length];
        for (var filled = 0; filled < length;)
        {
            var read = stream.Read(bytes, filled, length - filled);
            filled += read > 0 ? read : throw UnusablePackageException.Damaged("it ends too early");
        }

        return bytes;
    }

    private static string Text(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
