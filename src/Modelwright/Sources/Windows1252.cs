using System.Buffers;

namespace Modelwright.Sources;

/// <summary>
/// The code page of most Western files that are not Unicode; it holds Latin-1. Source: WHATWG Encoding Standard, index windows-1252.
/// </summary>
internal static class Windows1252
{
    internal const string Name = "windows-1252";

    /// <summary>So many bytes of it in a row, none of them ASCII, are the writing of another alphabet.</summary>
    internal const int LongestRun = 2;

    private const char Undefined = '\0';

    // 0x80 to 0x9F; the rest is as in Unicode.
    private const string Low = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    // Signs that stand between letters in Western texts; others there are letters of another code page.
    private static readonly SearchValues<char> Joining = SearchValues.Create("‘’–—…•·×\u00A0\u00AD");

    /// <summary>The character of a byte; U+0000 where it has none.</summary>
    internal static char Read(byte value) => value is >= 0x80 and < 0xA0 ? Low[value - 0x80] : (char)value;

    /// <summary>Whether a character may stand between two others in a Western text.</summary>
    internal static bool IsLikely(char before, char read, char after)
    {
        if (read == Undefined)
        {
            return false;
        }

        return char.IsLetter(read)
            ? !(char.IsUpper(read) && char.IsLower(before))
            : Joining.Contains(read) || !(char.IsLetter(before) && char.IsLetter(after));
    }
}
