using System.Buffers.Binary;

namespace Modelwright.Fuzz.Csv;

/// <summary>Unpacks gzip (RFC 1952) strictly and slowly: members one after another, each with its right check and length.</summary>
internal static class PlainGzip
{
    private const int HeadLength = 10;
    private const int TailLength = 8;
    private const int HasCheck = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;
    private const int MostBytes = 1 << 26;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (sum, _) => (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1))];

    /// <summary>The text; null where a member is damaged.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isWhole">Whether nothing but members is in it; what follows the last one is passed over, as gunzip does, but need not be.</param>
    internal static byte[]? Unpack(byte[] file, out bool isWhole)
    {
        var text = new List<byte>();
        isWhole = true;
        for (var position = 0; position < file.Length;)
        {
            if (position > 0 && !file.AsSpan(position).StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            {
                isWhole = false;
                break;
            }

            if (Head(file, position) is not { } body)
            {
                return null;
            }

            var start = text.Count;
            var end = PlainInflate.Append(file, body, text, MostBytes);
            if (end < 0 || end + TailLength > file.Length || !Fits(file.AsSpan(end), text, start))
            {
                return null;
            }

            position = end + TailLength;
        }

        return [.. text];
    }

    private static int? Head(byte[] file, int position)
    {
        if (position + HeadLength > file.Length || file[position] != 0x1F || file[position + 1] != 0x8B || file[position + 2] != 8 || file[position + 3] > 31)
        {
            return null;
        }

        var flags = file[position + 3];
        position += HeadLength;
        if ((flags & HasExtra) != 0)
        {
            position += position + 2 > file.Length ? file.Length : 2 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(position));
        }

        foreach (var _ in new[] { HasName, HasComment }.Where(flag => (flags & flag) != 0))
        {
            var length = position < file.Length ? file.AsSpan(position).IndexOf((byte)0) : -1;
            position = length < 0 ? file.Length + 1 : position + length + 1;
        }

        position += (flags & HasCheck) != 0 ? 2 : 0;
        return position <= file.Length ? position : null;
    }

    private static bool Fits(ReadOnlySpan<byte> tail, List<byte> text, int start)
    {
        var check = uint.MaxValue;
        for (var place = start; place < text.Count; place++)
        {
            check = (check >> 8) ^ Table[(check ^ text[place]) & 0xFF];
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(tail) == ~check && BinaryPrimitives.ReadUInt32LittleEndian(tail[4..]) == (uint)(text.Count - start);
    }
}
