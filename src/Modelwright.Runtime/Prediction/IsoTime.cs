namespace Modelwright.Runtime.Prediction;

/// <summary>
/// Reads ISO 8601 dates and times: 2024-05-01, 2024-05-01T13:45, 2024-05-01 13:45:10.250, each time also with Z or +02:00. Files,
/// JSON and objects are read by the same code, so that a text means the same wherever it comes from.
/// </summary>
public static class IsoTime
{
    private const int DateLength = 10;
    private const int TickDigits = 7;

    /// <summary>Reads a text without white space around; a time with a zone is turned to UTC.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ticks">Ticks (100 ns) since 0001-01-01; finer fractions are cut off.</param>
    /// <param name="hasZone">Whether it names a zone.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out long ticks, out bool hasZone)
    {
        ticks = 0;
        hasZone = false;
        if (text.Length < DateLength
            || !Digits(text, 0, 4, out var year) || text[4] != '-'
            || !Digits(text, 5, 2, out var month) || text[7] != '-'
            || !Digits(text, 8, 2, out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
        return text.Length == DateLength
            || (text[DateLength] is 'T' or 't' or ' ' && Clock(text[(DateLength + 1)..], ref ticks, out hasZone));
    }

    private static bool Clock(ReadOnlySpan<char> text, ref long ticks, out bool hasZone)
    {
        hasZone = false;
        if (text.Length < 5 || !Digits(text, 0, 2, out var hour) || text[2] != ':' || !Digits(text, 3, 2, out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        ticks += (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        var rest = text[5..];
        if (rest.Length > 0 && rest[0] == ':')
        {
            if (!Digits(rest, 1, 2, out var second) || second > 59)
            {
                return false;
            }

            ticks += second * TimeSpan.TicksPerSecond;
            rest = rest[(3 + Fraction(rest[3..], ref ticks))..];
        }

        return Zone(rest, ref ticks, out hasZone);
    }

    // Gives the characters that the fraction takes.
    private static int Fraction(ReadOnlySpan<char> text, ref long ticks)
    {
        if (text.Length < 2 || text[0] is not ('.' or ',') || !char.IsAsciiDigit(text[1]))
        {
            return 0;
        }

        var scale = TimeSpan.TicksPerSecond / 10;
        var position = 1;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            // Finer than a tick is cut off.
            ticks += position <= TickDigits ? (text[position] - '0') * scale : 0;
            scale /= 10;
            position++;
        }

        return position;
    }

    private static bool Zone(ReadOnlySpan<char> text, ref long ticks, out bool hasZone)
    {
        hasZone = text.Length > 0;
        if (text.Length == 0 || text is "Z" or "z")
        {
            return true;
        }

        var minuteStart = text.Length == 6 && text[3] == ':' ? 4 : 3;
        var minute = 0;
        if (text[0] is not ('+' or '-')
            || !Digits(text, 1, 2, out var hour)
            || (text.Length > 3 && (text.Length != minuteStart + 2 || !Digits(text, minuteStart, 2, out minute)))
            || hour > 14 || minute > 59)
        {
            return false;
        }

        var offset = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        var utc = text[0] == '+' ? ticks - offset : ticks + offset;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        ticks = utc;
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, int start, int count, out int value)
    {
        value = 0;
        if (text.Length < start + count)
        {
            return false;
        }

        foreach (var character in text.Slice(start, count))
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }

            value = (value * 10) + character - '0';
        }

        return true;
    }
}
