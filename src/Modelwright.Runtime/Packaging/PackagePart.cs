using System.Security.Cryptography;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Packaging;

/// <summary>A part of a package that is written piece by piece: a large model is never in memory as one array of bytes.</summary>
internal sealed class PackagePart
{
    private readonly Action<Stream> _copy;

    private PackagePart(long length, Action<Stream> copy)
    {
        (Length, _copy) = (length, copy);
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            copy(stream);
        }

        Hash = hash.Hash!;
    }

    /// <summary>Bytes.</summary>
    internal long Length { get; }

    /// <summary>SHA-256 of the bytes.</summary>
    internal byte[] Hash { get; }

    internal static PackagePart Of(RecordWriter record) => new(record.TotalLength, record.CopyTo);

    internal static PackagePart Of(byte[] bytes) => new(bytes.LongLength, stream => stream.Write(bytes));

    /// <summary>Writes the bytes.</summary>
    internal void CopyTo(Stream stream) => _copy(stream);
}
