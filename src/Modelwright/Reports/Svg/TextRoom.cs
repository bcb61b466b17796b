using System.Text;

namespace Modelwright.Reports.Svg;

/// <summary>Shortens a text to the room it has; how wide letters are is estimated, a little too wide, since the reader's font is not known.</summary>
internal static class TextRoom
{
    private const double Sign = 12;

    /// <summary>The text, or as much of it as there is room for and a sign that something is left out.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="room">Room in units of the picture, at its usual size of letters.</param>
    public static string Fit(string text, double room)
    {
        var (width, kept) = (0.0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
            if (width > room)
            {
                return string.Concat(text.AsSpan(0, kept), "…");
            }

            kept += width <= room - Sign ? rune.Utf16SequenceLength : 0;
        }

        return text;
    }

    /// <summary>Whether a text fits whole.</summary>
    public static bool Holds(string text, double room) => WidthOf(text) <= room;

    /// <summary>The room that a text takes.</summary>
    public static double WidthOf(string text) => text.EnumerateRunes().Sum(Width);

    private static double Width(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or '(' or ')' or '[' or ']' => 4.7,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 11.7,
        >= 'A' and <= 'Z' => 8.8,
        < 0x80 => 7.3,
        < 0x1100 => 9.5,
        _ => 13,
    };
}
