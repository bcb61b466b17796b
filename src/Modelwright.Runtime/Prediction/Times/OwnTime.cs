using System.Globalization;

namespace Modelwright.Runtime.Prediction.Times;

/// <summary>
/// Formats of time that .NET has no letters for: <c>iso_8601</c> among others, <c>iso_week</c> (2024-W07), <c>quarter</c>
/// (Q3 2024), <c>unix_seconds</c>, <c>unix_milliseconds</c>, and <c>[de] d. MMMM yyyy</c> with the months in a language.
/// </summary>
internal static class OwnTime
{
    internal const string Iso = "iso_8601";
    internal const string Week = "iso_week";
    internal const string Quarter = "quarter";
    internal const string Seconds = "unix_seconds";
    internal const string Milliseconds = "unix_milliseconds";

    private const int MostLetters = 64;
    private const int LanguageLetters = 5;
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>Whether a format is one of these, and none of .NET.</summary>
    internal static bool IsOwn(string format) => format is Iso or Week or Quarter or Seconds or Milliseconds || HasLanguage(format);

    /// <summary>Reads a text without white space around by a format of either kind.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, string format, out long ticks)
    {
        ticks = 0;
        return format switch
        {
            _ when text.Length > MostLetters => false,
            Iso => IsoTime.TryRead(text, out ticks, out _),
            Week => TryWeek(text, out ticks),
            Quarter => TryQuarter(text, out ticks),
            Seconds => TryUnix(text, TimeSpan.TicksPerSecond, out ticks),
            Milliseconds => TryUnix(text, TimeSpan.TicksPerMillisecond, out ticks),
            _ when HasLanguage(format) => MonthNames.TryToEnglish(text, format.AsSpan(1, 2), out var english) && TryExact(english, format.AsSpan(LanguageLetters), out ticks),
            _ => TryExact(text, format, out ticks),
        };
    }

    /// <summary>Writes a time by a format of either kind, to the day or quarter where the format has no more.</summary>
    internal static string Write(DateTime time, string format) => format switch
    {
        Iso => Cells.CellValue.TimeText(time),
        Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}"),
        Quarter => string.Create(CultureInfo.InvariantCulture, $"Q{((time.Month - 1) / 3) + 1} {time.Year:0000}"),
        Seconds => Unix(time, TimeSpan.TicksPerSecond),
        Milliseconds => Unix(time, TimeSpan.TicksPerMillisecond),
        _ when HasLanguage(format) => time.ToString(format[LanguageLetters..].Replace("MMMM", $"'{MonthNames.Of(time.Month - 1, format.AsSpan(1, 2))}'", StringComparison.Ordinal), CultureInfo.InvariantCulture),
        { Length: < 2 } => Cells.CellValue.TimeText(time),
        _ => time.ToString(format, CultureInfo.InvariantCulture),
    };

    private static bool HasLanguage(string format) =>
        format.Length > LanguageLetters && format[0] == '[' && format[3] == ']' && format[4] == ' ' && MonthNames.IsKnown(format.AsSpan(1, 2));

    private static bool TryExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, out long ticks)
    {
        // One letter is no format of one's own: .NET has a meaning for some, and an error for the others.
        if (format.Length < 2)
        {
            ticks = 0;
            return false;
        }

        var isRead = DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, Styles, out var time);
        ticks = time.Ticks;
        return isRead;
    }

    // 2024-W07 or 2024W07: the Monday of the week.
    private static bool TryWeek(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        var mark = text.Length > 4 && text[4] == '-' ? 5 : 4;
        if (text.Length != mark + 3 || text[mark] is not ('W' or 'w') || !Digits(text[..4], out var year) || !Digits(text[(mark + 1)..], out var week)
            || year is < 2 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        ticks = ISOWeek.ToDateTime(year, week, DayOfWeek.Monday).Ticks;
        return true;
    }

    // Q3 2024, Q3/2024, Q3-2024, 2024-Q3, 2024 Q3, 2024Q3: the first day of the quarter.
    private static bool TryQuarter(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.Length is < 6 or > 7)
        {
            return false;
        }

        var isFirst = text[0] is 'Q' or 'q';
        var quarter = isFirst ? text[..2] : text[^2..];
        var year = isFirst ? text[^4..] : text[..4];
        if (quarter[0] is not ('Q' or 'q') || quarter[1] is not (>= '1' and <= '4') || !Digits(year, out var number) || number == 0
            || (text.Length == 7 && text[isFirst ? 2 : 4] is not (' ' or '-' or '/')))
        {
            return false;
        }

        ticks = new DateTime(number, ((quarter[1] - '1') * 3) + 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
        return true;
    }

    private static bool TryUnix(ReadOnlySpan<char> text, long scale, out long ticks)
    {
        ticks = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units)
            || Math.Abs(units) > DateTime.MaxValue.Ticks / scale)
        {
            return false;
        }

        ticks = DateTime.UnixEpoch.Ticks + (long)(units * scale);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
    }

    private static string Unix(DateTime time, long scale) =>
        ((decimal)(time.Ticks - DateTime.UnixEpoch.Ticks) / scale).ToString(CultureInfo.InvariantCulture);

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return !text.ContainsAnyExceptInRange('0', '9') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
