using System.Buffers.Binary;
using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>The first 64 bytes of a segment.</summary>
/// <param name="IsOfLabels">Whether labels are in it, or requests.</param>
/// <param name="Number">Its place in the order of segments, from 1.</param>
/// <param name="Created">When it was begun, UTC.</param>
internal sealed record SegmentHeader(bool IsOfLabels, long Number, DateTimeOffset Created)
{
    /// <summary>Bytes before the first record.</summary>
    public const int Bytes = 64;

    private const int Format = 1;
    private const int SumAt = 60;

    private static ReadOnlySpan<byte> Magic => "MWREQLOG"u8;

    /// <summary>The name of the file.</summary>
    public string FileName => NameOf(IsOfLabels, Number);

    /// <summary>The name of a segment's file.</summary>
    public static string NameOf(bool isOfLabels, long number) => string.Create(CultureInfo.InvariantCulture, $"{(isOfLabels ? "labels" : "requests")}-{number:D12}.log");

    /// <summary>The bytes.</summary>
    public byte[] Write()
    {
        var bytes = new byte[Bytes];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Format);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), IsOfLabels ? 1 : 0);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), Number);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), Created.UtcTicks);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(SumAt), RecordFrame.Checksum(bytes.AsSpan(0, SumAt)));
        return bytes;
    }

    /// <summary>Reads the bytes.</summary>
    /// <param name="bytes">What a file begins with.</param>
    /// <exception cref="ArtifactException">It is no segment, damaged, or of a later release.</exception>
    public static SegmentHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Bytes || !bytes.StartsWith(Magic))
        {
            throw new ArtifactException("It does not begin as a segment of a request log.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[SumAt..]) != RecordFrame.Checksum(bytes[..SumAt]))
        {
            throw new ArtifactException("The checksum of its first bytes is wrong.");
        }

        var format = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var (kind, number, ticks) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]));
        return format != Format || kind is not (0 or 1) || number < 1 || ticks < 0 || ticks > DateTime.MaxValue.Ticks
            ? throw new ArtifactException(string.Create(CultureInfo.InvariantCulture, $"It has format {format}; this release reads format {Format}."))
            : new(kind == 1, number, new DateTimeOffset(ticks, TimeSpan.Zero));
    }
}
