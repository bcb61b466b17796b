using System.Buffers.Binary;
using System.IO.Compression;

namespace Modelwright.Sources.Gzip;

/// <summary>Whether a gzip file ends where it should: it states the check (CRC-32) and the length of its text, modulo 2^32, at its end.</summary>
internal static class GzipEnd
{
    // A header of 10 bytes, no text at all in 2, and the check and the length in 8.
    private const int ShortestPart = 20;
    private const int Window = 1 << 20;

    // Bytes that may be unpacked in vain, so that a file made of starts of parts does not take for ever.
    private const long MostInVain = 1L << 28;
    private const long LeastInVain = 1L << 16;

    private static ReadOnlySpan<byte> Start => [0x1F, 0x8B, 8];

    /// <summary>Looks at the end of a file.</summary>
    /// <param name="file">The whole file; its position is moved.</param>
    /// <param name="length">Bytes of text that all of it gave.</param>
    /// <param name="check">Their check.</param>
    internal static bool IsWhole(FileStream file, long length, uint check)
    {
        if (file.Length < ShortestPart)
        {
            return false;
        }

        Span<byte> trailer = stackalloc byte[sizeof(ulong)];
        file.Position = file.Length - trailer.Length;
        file.ReadExactly(trailer);
        var stated = BinaryPrimitives.ReadUInt64LittleEndian(trailer);
        return stated == Trailer(length, check) || LastPartIsWhole(file, stated, length);
    }

    private static ulong Trailer(long length, uint check) => ((ulong)unchecked((uint)length) << 32) | check;

    // A file of several parts states the length of the last one only: find that part, from the end, and see whether it gives so much.
    private static bool LastPartIsWhole(FileStream file, ulong stated, long most)
    {
        var buffer = new byte[Window];
        var left = MostInVain;
        for (var end = file.Length - ShortestPart + Start.Length; end > 1 && left > 0;)
        {
            var from = Math.Max(1, end - Window);
            var bytes = buffer.AsSpan(0, (int)(end - from));
            file.Position = from;
            file.ReadExactly(bytes);
            int start;
            while (left > 0 && (start = bytes.LastIndexOf(Start)) >= 0)
            {
                var (length, check, isSound) = Unpacked(file, from + start, most);
                if (isSound && Trailer(length, check) == stated)
                {
                    return true;
                }

                left -= Math.Max(LeastInVain, length);
                bytes = bytes[..start];
            }

            // Windows overlap, as a start may lie across the border of two.
            end = from == 1 ? 1 : from + Start.Length - 1;
        }

        return false;
    }

    private static (long Length, uint Check, bool IsSound) Unpacked(FileStream file, long start, long most)
    {
        var length = 0L;
        var check = new Crc32();
        file.Position = start;
        try
        {
            using var part = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            var buffer = new byte[1 << 14];
            int count;
            while (length <= most && (count = part.Read(buffer)) > 0)
            {
                length += count;
                check.Add(buffer.AsSpan(0, count));
            }

            return (length, check.Value, true);
        }
        catch (InvalidDataException)
        {
            return (length, check.Value, false);
        }
    }
}
