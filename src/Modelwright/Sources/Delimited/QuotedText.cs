namespace Modelwright.Sources.Delimited;

/// <summary>What is done to the text between two quotes.</summary>
internal static class QuotedText
{
    /// <summary>Line breaks in it: CR, LF, or both together.</summary>
    internal static long Breaks(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny('\r', '\n'))
        {
            return 0;
        }

        long breaks = text.Count('\n') + text.Count('\r');
        return breaks - text.Count("\r\n");
    }

    /// <summary>Makes each pair of quotes one, in place.</summary>
    /// <returns>The new length.</returns>
    internal static int Undouble(Span<char> text)
    {
        var length = 0;
        for (var position = 0; position < text.Length; position++)
        {
            text[length++] = text[position];
            position += text[position] == '"' ? 1 : 0;
        }

        return length;
    }
}
