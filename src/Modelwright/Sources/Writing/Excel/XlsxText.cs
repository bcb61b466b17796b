using System.Buffers;
using System.Globalization;
using System.Text;

namespace Modelwright.Sources.Writing.Excel;

/// <summary>Texts as Excel escapes them: what XML cannot hold is '_x000B_', and what looks like that already has its first sign escaped.</summary>
/// <remarks>Source: ECMA-376, part 1, section 22.9.2.19.</remarks>
internal static class XlsxText
{
    private const int EscapeLength = 7;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
    [
        '_', '\uFFFE', '\uFFFF',
        .. Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n']),
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
    ]);

    /// <summary>The text as it stands in a sheet.</summary>
    internal static string Escaped(string text)
    {
        var start = text.AsSpan().IndexOfAny(Suspicious);
        if (start < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text, 0, start, text.Length + EscapeLength);
        for (var place = start; place < text.Length; place++)
        {
            if (char.IsSurrogatePair(text, place))
            {
                escaped.Append(text, place++, 2);
            }
            else if (Suspicious.Contains(text[place]) && (text[place] != '_' || IsEscape(text.AsSpan(place))))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[place]:X4}_");
            }
            else
            {
                escaped.Append(text[place]);
            }
        }

        return escaped.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= EscapeLength && text[1] is 'x' or 'X' && text[6] == '_' && !text[2..6].ContainsAnyExcept(Hexadecimal);
}
