using System.Buffers.Binary;

namespace Modelwright.Sources.Gzip;

/// <summary>The check of gzip files (CRC-32, polynomial 0xEDB88320), eight bytes at a time by eight tables.</summary>
/// <remarks>Source: Kounavis and Berry 2008, "Novel table lookup-based algorithms for high-performance CRC generation".</remarks>
internal sealed class Crc32
{
    private const int Step = 8;
    private static readonly uint[] Tables = Make();
    private uint _sum = uint.MaxValue;

    /// <summary>The check of all that was added.</summary>
    internal uint Value => ~_sum;

    /// <summary>Adds bytes.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        var sum = _sum;
        while (bytes.Length >= Step)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ sum;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            sum = Of(7, low) ^ Of(6, low >> 8) ^ Of(5, low >> 16) ^ Of(4, low >> 24)
                ^ Of(3, high) ^ Of(2, high >> 8) ^ Of(1, high >> 16) ^ Of(0, high >> 24);
            bytes = bytes[Step..];
        }

        foreach (var value in bytes)
        {
            sum = Of(0, sum ^ value) ^ (sum >> 8);
        }

        _sum = sum;
    }

    private static uint Of(int table, uint value) => Tables[(table << 8) | (byte)value];

    private static uint[] Make()
    {
        var tables = new uint[Step << 8];
        for (var value = 0u; value < 256; value++)
        {
            var sum = value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }

            tables[value] = sum;
        }

        for (var place = 256; place < tables.Length; place++)
        {
            var before = tables[place - 256];
            tables[place] = tables[(byte)before] ^ (before >> 8);
        }

        return tables;
    }
}
