using System.Buffers;
using System.Text;

namespace Modelwright.Fuzz.Csv;

/// <summary>UTF-8 in which bytes that are none may be Windows-1252, byte by byte over the whole file: the judge of the product's decoding.</summary>
internal static class PlainText
{
    /// <summary>What stands for bytes that are no text.</summary>
    internal const char Mark = '\uFFFF';

    private const int LongestRun = 2;
    private const string Joining = "‘’–—…•·×\u00A0\u00AD";

    // Source: WHATWG Encoding Standard, index windows-1252, 0x80 to 0x9F.
    private const string Low = "€\uFFFF‚ƒ„…†‡ˆ‰Š‹Œ\uFFFFŽ\uFFFF\uFFFF‘’“”•–—˜™š›œ\uFFFFžŸ";

    /// <summary>The text of a file; a byte order mark is its first character.</summary>
    internal static string Decode(byte[] bytes)
    {
        var text = new StringBuilder();
        var (holdsUtf8, holdsOther) = (false, false);
        for (var place = 0; place < bytes.Length;)
        {
            var status = Rune.DecodeFromUtf8(bytes.AsSpan(place), out var rune, out var length);
            if (status == OperationStatus.Done)
            {
                text.Append(rune.ToString());
                holdsUtf8 |= !rune.IsAscii;
                place += length;
                continue;
            }

            var isCut = status == OperationStatus.NeedMoreData && (holdsUtf8 || !holdsOther);
            var read = isCut ? Mark : Read(text.Length == 0 ? ' ' : text[^1], bytes.AsSpan(place));
            text.Append(read);
            holdsOther |= read != Mark;
            place++;
        }

        return text.ToString();
    }

    private static char Read(char before, ReadOnlySpan<byte> bytes)
    {
        var read = One(bytes[0]);
        var after = bytes.Length > 1 ? One(bytes[1]) : ' ';
        var run = bytes.IndexOfAnyInRange((byte)0, (byte)0x7F);
        var isLikely = char.IsLetter(read)
            ? !(char.IsUpper(read) && char.IsLower(before))
            : Joining.Contains(read, StringComparison.Ordinal) || !(char.IsLetter(before) && char.IsLetter(after));
        return isLikely && (run < 0 ? bytes.Length : run) <= LongestRun ? read : Mark;
    }

    private static char One(byte value) => value is >= 0x80 and < 0xA0 ? Low[value - 0x80] : (char)value;
}
