namespace Modelwright.Runtime.Prediction.Times;

/// <summary>"p.m." behind a clock, in any of its spellings with points: .NET knows "PM" alone.</summary>
internal static class HalfOfDay
{
    /// <summary>The longest text that is rewritten.</summary>
    internal const int MostLetters = 64;

    /// <summary>Whether a text ends so: "3:05 p.m.", "3:05 P.M", "3:05 p. m.".</summary>
    internal static bool HasPoints(ReadOnlySpan<char> text) =>
        text.Length is > 3 and <= MostLetters && text[^1] is '.' or 'm' or 'M' && Start(text) is > 0;

    /// <summary>The same text with AM or PM at its end.</summary>
    /// <param name="text">A text that <see cref="HasPoints"/>.</param>
    /// <param name="plain">Room for <see cref="MostLetters"/>.</param>
    internal static ReadOnlySpan<char> Write(ReadOnlySpan<char> text, Span<char> plain)
    {
        var start = Start(text);
        text[..(start + 1)].CopyTo(plain);
        plain[start + 1] = 'M';
        return plain[..(start + 2)];
    }

    // Where the letter "a" or "p" stands; 0 where the text ends in another way.
    private static int Start(ReadOnlySpan<char> text)
    {
        var rest = text.TrimEnd('.');
        if (rest.Length == 0 || rest[^1] is not ('m' or 'M'))
        {
            return 0;
        }

        var before = rest[..^1].TrimEnd();
        var first = before.TrimEnd('.');
        var points = text.Length - rest.Length + before.Length - first.Length;
        return points is 1 or 2 && first.Length > 1 && first[^1] is 'a' or 'A' or 'p' or 'P' && !char.IsLetter(first[^2]) ? first.Length - 1 : 0;
    }
}
