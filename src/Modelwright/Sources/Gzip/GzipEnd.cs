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
        var end = file.Length;
        while (end >= ShortestPart)
        {
            var stated = Stated(file, end);
            if (stated == Trailer(length, check))
            {
                return true;
            }

            if (LastPart(file, end, stated, length) is not { } last)
            {
                return false;
            }

            // The framework's stream may take all behind a damaged part for more of it and end without a word: then the parts do not add up.
            var before = Unpacked(new FilePart(file, 0, last.Start), length);
            if (!before.IsSound || before.Length + last.Length != length)
            {
                return false;
            }

            if (last.Length > 0)
            {
                return true;
            }

            // A last part without text, as some programs write it, says nothing of those before it.
            (end, length, check) = (last.Start, before.Length, before.Check);
        }

        return false;
    }

    private static ulong Stated(FileStream file, long end)
    {
        Span<byte> trailer = stackalloc byte[sizeof(ulong)];
        file.Position = end - trailer.Length;
        file.ReadExactly(trailer);
        return BinaryPrimitives.ReadUInt64LittleEndian(trailer);
    }

    private static ulong Trailer(long length, uint check) => ((ulong)unchecked((uint)length) << 32) | check;

    // A file of several parts states the length of the last one only: find that part, from the end, and see whether it gives so much.
    private static (long Start, long Length)? LastPart(FileStream file, long fileEnd, ulong stated, long most)
    {
        var buffer = new byte[Window];
        var left = MostInVain;
        for (var end = fileEnd - ShortestPart + Start.Length; end > 1 && left > 0;)
        {
            var from = Math.Max(1, end - Window);
            var bytes = buffer.AsSpan(0, (int)(end - from));
            file.Position = from;
            file.ReadExactly(bytes);
            int start;
            while (left > 0 && (start = bytes.LastIndexOf(Start)) >= 0)
            {
                var (length, check, isSound) = Unpacked(new FilePart(file, from + start, fileEnd), most);
                if (isSound && length <= most && Trailer(length, check) == stated)
                {
                    return (from + start, length);
                }

                left -= Math.Max(LeastInVain, length);
                bytes = bytes[..start];
            }

            // Windows overlap, as a start may lie across the border of two.
            end = from == 1 ? 1 : from + Start.Length - 1;
        }

        return null;
    }

    private static (long Length, uint Check, bool IsSound) Unpacked(FilePart packed, long most)
    {
        var length = 0L;
        var check = new Crc32();
        try
        {
            using var part = new GZipStream(packed, CompressionMode.Decompress);
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
