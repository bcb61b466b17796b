using System.Globalization;
using System.Text;

namespace Modelwright.Sources.Writing;

/// <summary>Characters that some files cannot hold.</summary>
internal static class OddCharacter
{
    /// <summary>Says that a text holds one half of a pair of surrogates, which is no character; null where it does not.</summary>
    internal static string? Half(string text) => FirstHalf(text) is var place and >= 0
        ? $"the text holds half of a character ({Code(text[place])}), which no file of text can. Mend it."
        : null;

    /// <summary>Says that a text holds what a database cannot: a zero, which ends a text there, or half of a character; null where it does not.</summary>
    internal static string? ZeroOrHalf(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? "the text holds the character U+0000, at which a database ends a text. Take it out, or write CSV."
        : Half(text);

    /// <summary>The place of the first half without its other half; -1 where there is none.</summary>
    internal static int FirstHalf(string text)
    {
        var start = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var place = start; place >= 0 && place < text.Length; place++)
        {
            if (Rune.TryGetRuneAt(text, place, out var rune))
            {
                place += rune.Utf16SequenceLength - 1;
            }
            else
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>A character as people look it up: 'U+000B'.</summary>
    internal static string Code(char character) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");
}
