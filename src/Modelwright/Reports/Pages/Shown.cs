using System.Globalization;
using System.Text;

namespace Modelwright.Reports.Pages;

/// <summary>Makes texts from outside fit to stand in a page: nothing in them is markup, moves other text, or is without end.</summary>
internal static class Shown
{
    private const int MostLetters = 600;

    /// <summary>The text for HTML and SVG.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The most letters to show; the rest becomes one sign.</param>
    public static string Markup(string text, int most = MostLetters)
    {
        var shown = new StringBuilder(Math.Min(text.Length, most) + 16);
        foreach (var rune in Shortened(text, most).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => shown.Append("&lt;"),
                '>' => shown.Append("&gt;"),
                '&' => shown.Append("&amp;"),
                '"' => shown.Append("&quot;"),
                '\'' => shown.Append("&#39;"),
                _ => shown.Append(IsSafe(rune) ? rune.ToString() : "\uFFFD"),
            };
        }

        return shown.ToString();
    }

    /// <summary>The text for a cell or line of Markdown: on one line, with its signs shown as they are.</summary>
    /// <param name="text">Any text.</param>
    public static string Markdown(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, MostLetters) + 16);
        foreach (var rune in Shortened(text, MostLetters).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' or '\r' or '\t' => shown.Append(' '),
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '~' => shown.Append('\\').Append((char)rune.Value),
                '<' => shown.Append("&lt;"),
                '&' => shown.Append("&amp;"),
                _ => shown.Append(IsSafe(rune) ? rune.ToString() : "\uFFFD"),
            };
        }

        return shown.ToString();
    }

    /// <summary>The text as far as the letters go.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    // Control signs mean nothing on a page; those that turn the direction of text would show a sentence otherwise than it is.
    private static bool IsSafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        || rune.Value is '\n' or '\t' or 0x200D;
}
