using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Modelwright.Monitoring.Requests;

/// <summary>How a record stands in a segment: four bytes of length, four of checksum, the body, and zeros up to a multiple of eight. A length of 0 means that nothing follows yet.</summary>
internal static class RecordFrame
{
    /// <summary>Bytes before the body.</summary>
    public const int HeadBytes = 8;

    private const int Step = 8;

    /// <summary>Bytes that a record takes.</summary>
    /// <param name="bodyBytes">Bytes of its body.</param>
    public static long Size(int bodyBytes) => (HeadBytes + (long)bodyBytes + Step - 1) / Step * Step;

    /// <summary>The checksum of a body.</summary>
    /// <remarks>CRC-32C: Castagnoli, Bräuer and Herrmann 1993, the one that processors have an instruction for.</remarks>
    public static uint Checksum(ReadOnlySpan<byte> body)
    {
        var sum = uint.MaxValue;
        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(body))
        {
            sum = BitOperations.Crc32C(sum, BitConverter.IsLittleEndian ? eight : BinaryPrimitives.ReverseEndianness(eight));
        }

        foreach (var one in body[(body.Length / sizeof(ulong) * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return ~sum;
    }

    /// <summary>A whole record.</summary>
    public static byte[] Write(ReadOnlySpan<byte> body)
    {
        var record = new byte[Size(body.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(record, body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(int)), Checksum(body));
        body.CopyTo(record.AsSpan(HeadBytes));
        return record;
    }
}
