using System.Globalization;

namespace Modelwright.Sources.Columns;

/// <summary>
/// Reads numbers as programs write them: invariant culture, no thousands separators. A text that would not come back
/// is no number but a code: digits after a leading zero ("007") and whole numbers that a double cannot hold exactly.
/// </summary>
internal static class NumberText
{
    // Mantissas of up to 15 digits and powers of ten up to 10^22 are exact in double precision, so one division rounds right.
    private const int ExactDigits = 15;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];

    /// <summary>Reads a text without white space around.</summary>
    internal static NumberKind Read(ReadOnlySpan<char> text, out double value)
    {
        value = double.NaN;
        var position = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var whole = Digits(text, position, 0, out var mantissa);
        var end = position + whole;
        var fraction = 0;
        if (end < text.Length && text[end] == '.')
        {
            fraction = Digits(text, end + 1, mantissa, out mantissa);
            end += 1 + fraction;
        }

        if (whole + fraction == 0)
        {
            return IsInfinity(text[position..]) ? NumberKind.Infinite : NumberKind.None;
        }

        if (whole > 1 && text[position] == '0')
        {
            return NumberKind.None;
        }

        if (end == text.Length && whole + fraction <= ExactDigits)
        {
            value = mantissa / PowersOfTen[fraction];
            value = text[0] == '-' ? -value : value;
            return NumberKind.Finite;
        }

        return Long(text, end, isWhole: end == text.Length && fraction == 0, out value);
    }

    private static NumberKind Long(ReadOnlySpan<char> text, int end, bool isWhole, out double value)
    {
        value = double.NaN;
        if (end < text.Length && !IsExponent(text[end..]))
        {
            return NumberKind.None;
        }

        var parsed = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(parsed))
        {
            return NumberKind.Infinite;
        }

        if (isWhole && !IsExact(text, parsed))
        {
            return NumberKind.None;
        }

        value = parsed;
        return NumberKind.Finite;
    }

    private static int Digits(ReadOnlySpan<char> text, int start, ulong before, out ulong mantissa)
    {
        mantissa = before;
        var position = start;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            // Past 15 digits the value is not used, so an overflow does no harm.
            mantissa = unchecked((mantissa * 10) + (ulong)(text[position] - '0'));
            position++;
        }

        return position - start;
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('e' or 'E'))
        {
            return false;
        }

        var digits = text[(text.Length > 1 && text[1] is '-' or '+' ? 2 : 1)..];
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsExact(ReadOnlySpan<char> text, double value) =>
        Math.Abs(value) < 9_007_199_254_740_992.0
        || (decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exact)
            && Math.Abs(value) < 7e28
            && new decimal(long.CreateSaturating(value)) == exact);

    private static bool IsInfinity(ReadOnlySpan<char> text) =>
        text.Equals("inf", StringComparison.OrdinalIgnoreCase)
        || text.Equals("infinity", StringComparison.OrdinalIgnoreCase)
        || text is "∞";
}
