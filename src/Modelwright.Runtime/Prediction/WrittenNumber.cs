using System.Buffers;
using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction;

/// <summary>Reads numbers as people write them, strictly: a text that the notation does not fit is no number, rather than another one.</summary>
internal static class WrittenNumber
{
    /// <summary>The longest double in full has 309 digits before and some behind the point.</summary>
    private const int MostLetters = 400;

    private const int GroupDigits = 3;

    private static readonly SearchValues<char> AfterPoint = SearchValues.Create("0123456789eE+-");

    internal static bool TryRead(ReadOnlySpan<char> text, NumberNotation notation, out double value)
    {
        value = double.NaN;
        text = text.Trim();
        var isNegative = notation.HasNegativeParentheses && text.Length > 2 && text[0] == '(' && text[^1] == ')';
        text = WithoutSuffix(isNegative ? text[1..^1].Trim() : text, notation.Suffixes, out var factor);
        if (text.Length is 0 or > MostLetters)
        {
            return false;
        }

        Span<char> plain = stackalloc char[MostLetters];
        if (!TryPlain(text, notation, plain, out var length)
            || (isNegative && plain[0] is '-' or '+')
            || !double.TryParse(plain[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var scaled = Scaled(number, factor);
        var isFinite = double.IsFinite(scaled);
        value = !isFinite ? double.NaN : isNegative ? -scaled : scaled;
        return isFinite;
    }

    // No double is a thousandth: 3300 mV are 3.3 V by division alone.
    private static double Scaled(double number, double factor) =>
        factor < 1 && 1 / factor is var whole && whole == Math.Floor(whole) ? number / whole : number * factor;

    /// <summary>Takes the longest ending away that the text has.</summary>
    private static ReadOnlySpan<char> WithoutSuffix(ReadOnlySpan<char> text, IReadOnlyList<NumberSuffix> suffixes, out double factor)
    {
        factor = 1;
        var taken = 0;
        for (var index = 0; index < suffixes.Count; index++)
        {
            var suffix = suffixes[index];
            if (suffix.Text.Length > taken && text.EndsWith(suffix.Text, StringComparison.Ordinal))
            {
                (taken, factor) = (suffix.Text.Length, suffix.Factor);
            }
        }

        return text[..^taken].TrimEnd();
    }

    /// <summary>Writes the number as a program would: without groups, a point before decimals.</summary>
    private static bool TryPlain(ReadOnlySpan<char> text, NumberNotation notation, Span<char> plain, out int length)
    {
        length = 0;
        var position = 0;
        if (text[0] is '-' or '+' or '\u2212')
        {
            plain[length++] = text[0] == '+' ? '+' : '-';
            position = 1;
        }

        if (!TryWhole(text[position..], notation, plain, ref length, out var taken))
        {
            return false;
        }

        position += taken;
        if (position < text.Length && text[position] == notation.DecimalSeparator)
        {
            plain[length++] = '.';
            position++;
        }

        // Decimals and an exponent: nothing else is a number to the parser, but white space would be.
        var rest = text[position..];
        if (rest.ContainsAnyExcept(AfterPoint))
        {
            return false;
        }

        rest.CopyTo(plain[length..]);
        length += rest.Length;
        return true;
    }

    /// <summary>Copies the digits before decimals; groups are of three digits, or of two before the last as in India, and by one separator.</summary>
    private static bool TryWhole(ReadOnlySpan<char> text, NumberNotation notation, Span<char> plain, ref int length, out int taken)
    {
        var separator = '\0';
        var run = 0;
        var first = 0;
        var middle = 0;
        for (taken = 0; taken < text.Length; taken++)
        {
            var letter = text[taken];
            if (char.IsAsciiDigit(letter))
            {
                plain[length++] = letter;
                run++;
                continue;
            }

            if (!notation.GroupSeparators.Contains(letter, StringComparison.Ordinal))
            {
                break;
            }

            if ((separator != '\0' && letter != separator) || !FitsGroup(run, ref first, ref middle))
            {
                return false;
            }

            (separator, run) = (letter, 0);
        }

        // A zero in front makes no sense of groups: "0.123" is a decimal in the other notation.
        return separator == '\0' || (run == GroupDigits && text[0] != '0');
    }

    private static bool FitsGroup(int run, ref int first, ref int middle)
    {
        if (first == 0)
        {
            first = run;
            return run is >= 1 and <= GroupDigits;
        }

        var fits = (run == GroupDigits || (run == GroupDigits - 1 && first < GroupDigits)) && (middle == 0 || run == middle);
        middle = run;
        return fits;
    }
}
