using Modelwright.Core.Data;

namespace Modelwright.Sources.Columns;

/// <summary>
/// Reads numbers as much of Europe writes them: a comma before the fraction, and points or spaces between groups of three
/// digits ("1.234,56"). What is left is read as <see cref="NumberText"/> does.
/// </summary>
internal static class CommaNumber
{
    private const int Longest = 64;
    private const int GroupLength = 3;
    private const string Groups = ".\u00A0\u202F ";

    /// <summary>The same for a schema, so that such a number is the same one in whatever it comes later.</summary>
    internal static NumberNotation Notation { get; } = new() { DecimalSeparator = ',', GroupSeparators = Groups };

    /// <summary>Reads a text without white space around.</summary>
    internal static NumberKind Read(ReadOnlySpan<char> text, out double value)
    {
        value = double.NaN;
        if (!text.ContainsAny("," + Groups) || text.Length > Longest)
        {
            return text.Length > Longest ? NumberKind.None : NumberText.Read(text, out value);
        }

        Span<char> plain = stackalloc char[Longest];
        var sign = text[0] is '-' or '+' ? 1 : 0;
        text[..sign].CopyTo(plain);
        var comma = text.IndexOf(',');
        var whole = comma < 0 ? text[sign..] : text[sign..comma];
        var length = sign + Ungroup(whole, plain[sign..]);
        var fraction = comma < 0 ? [] : text[(comma + 1)..];
        if (length == sign && whole.Length > 0 || fraction.ContainsAny("," + Groups))
        {
            return NumberKind.None;
        }

        if (comma >= 0)
        {
            plain[length++] = '.';
            fraction.CopyTo(plain[length..]);
            length += fraction.Length;
        }

        return NumberText.Read(plain[..length], out value);
    }

    /// <summary>Whether a text can as well be a whole number with commas between groups of three digits: "1,234".</summary>
    internal static bool MayBeGrouped(ReadOnlySpan<char> text) => IsGrouped(text.TrimStart("+-"), ',');

    // Copies the digits; 0 where the groups are not of three.
    private static int Ungroup(ReadOnlySpan<char> whole, Span<char> digits)
    {
        var mark = whole.IndexOfAny(Groups);
        if (mark < 0)
        {
            whole.CopyTo(digits);
            return whole.Length;
        }

        if (!IsGrouped(whole, whole[mark]))
        {
            return 0;
        }

        var length = 0;
        foreach (var letter in whole)
        {
            if (letter != whole[mark])
            {
                digits[length++] = letter;
            }
        }

        return length;
    }

    private static bool IsGrouped(ReadOnlySpan<char> text, char mark)
    {
        var first = text.IndexOf(mark);
        if (first is < 1 or > GroupLength || text[0] == '0' || (text.Length - first) % (GroupLength + 1) != 0)
        {
            return false;
        }

        for (var position = 0; position < text.Length; position++)
        {
            var isMark = position >= first && (position - first) % (GroupLength + 1) == 0;
            if (isMark ? text[position] != mark : !char.IsAsciiDigit(text[position]))
            {
                return false;
            }
        }

        return true;
    }
}
