namespace Modelwright.Profile.Meanings.Numbers;

/// <summary>A text as digits with separators and what stands behind them; what the separators mean is not decided yet.</summary>
/// <param name="Core">From the first to the last digit, an exponent included.</param>
/// <param name="Suffix">The ending without white space around; empty for none.</param>
/// <param name="IsInParentheses">Whether the number stands in parentheses.</param>
internal readonly record struct NumberShape(string Core, string Suffix, bool IsInParentheses)
{
    internal const string Spaces = " \u00A0\u202F\u2009";
    internal const string Apostrophes = "'\u2019";
    internal const string Separators = ".," + Spaces + Apostrophes;

    internal const int MostLetters = 64;
    private const int MostSuffix = 16;

    /// <summary>Finds the shape of a text from which signs such as "$" are taken away.</summary>
    internal static bool TryFind(string text, out NumberShape shape)
    {
        shape = default;
        var rest = text.AsSpan().Trim();
        if (rest.Length is 0 or > MostLetters)
        {
            return false;
        }

        var isInParentheses = rest.Length > 2 && rest[0] == '(' && rest[^1] == ')';
        rest = isInParentheses ? rest[1..^1].Trim() : rest.TrimStart("+-\u2212");
        var end = End(rest);
        if (end == 0 || rest[end..].Trim() is var suffix && (suffix.Length > MostSuffix || (suffix.ContainsAnyInRange('0', '9') && !KnownUnits.TryUnit(suffix.ToString(), out _))))
        {
            return false;
        }

        shape = new(rest[..end].ToString(), suffix.ToString(), isInParentheses);
        return true;
    }

    /// <summary>Whether digits stand behind a leading zero, or are too many for a number: a code.</summary>
    internal bool IsCode()
    {
        const int ExactDigits = 15;
        var isWhole = !Core.AsSpan().ContainsAny(".,eE");
        return Core.Length > 1 && ((Core[0] == '0' && char.IsAsciiDigit(Core[1])) || (isWhole && Core.Count(char.IsAsciiDigit) > ExactDigits));
    }

    private static int End(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || (text.Length > 1 && text[0] is '.' or ',' && char.IsAsciiDigit(text[1]))))
        {
            return 0;
        }

        var end = 0;
        for (var place = 0; place < text.Length && (char.IsAsciiDigit(text[place]) || Separators.Contains(text[place], StringComparison.Ordinal)); place++)
        {
            end = char.IsAsciiDigit(text[place]) ? place + 1 : end;
        }

        return end + Exponent(text[end..]);
    }

    private static int Exponent(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('e' or 'E'))
        {
            return 0;
        }

        var start = text[1] is '+' or '-' ? 2 : 1;
        var digits = 0;
        while (start + digits < text.Length && char.IsAsciiDigit(text[start + digits]))
        {
            digits++;
        }

        return digits == 0 ? 0 : start + digits;
    }
}
