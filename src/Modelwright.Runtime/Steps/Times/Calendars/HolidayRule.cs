namespace Modelwright.Runtime.Steps.Times.Calendars;

/// <summary>How the day of a holiday is found in any year.</summary>
/// <param name="Kind">Which of the ways.</param>
/// <param name="First">Month from 1; for Easter the days after Easter Sunday, negative before.</param>
/// <param name="Second">Day of the month; for weekdays the weekday, 0 for Monday; 0 for Easter.</param>
/// <param name="Third">For weekdays which of the month, 1 to 4, or -1 for the last; otherwise 0.</param>
internal readonly record struct HolidayRule(HolidayKind Kind, int First, int Second, int Third)
{
    /// <summary>Further off it could fall into the year before.</summary>
    private const int MostFromEaster = 80;

    /// <summary>Whether every year has such a day.</summary>
    internal bool IsSound => Kind switch
    {
        HolidayKind.Fixed => First is >= 1 and <= 12 && Second >= 1 && Second <= DateTime.DaysInMonth(2001, First) && Third == 0,
        HolidayKind.Easter => Math.Abs(First) <= MostFromEaster && Second == 0 && Third == 0,
        HolidayKind.Weekday => First is >= 1 and <= 12 && Second is >= 0 and <= 6 && Third is -1 or (>= 1 and <= 4),
        _ => false,
    };

    internal static HolidayRule On(int month, int day) => new(HolidayKind.Fixed, month, day, 0);

    internal static HolidayRule Easter(int days) => new(HolidayKind.Easter, days, 0, 0);

    internal static HolidayRule The(int which, DayOfWeek weekday, int month) => new(HolidayKind.Weekday, month, ((int)weekday + 6) % 7, which);

    /// <summary>The day number (days since 0001-01-01) in a year from 1 to 9999.</summary>
    internal int DayIn(int year) => Kind switch
    {
        HolidayKind.Fixed => new DateOnly(year, First, Second).DayNumber,
        HolidayKind.Easter => EasterSunday.DayIn(year) + First,
        _ => WeekdayIn(year),
    };

    private int WeekdayIn(int year)
    {
        // Day number 0, 0001-01-01, was a Monday of the calendar carried back.
        if (Third < 0)
        {
            var last = new DateOnly(year, First, DateTime.DaysInMonth(year, First)).DayNumber;
            return last - (((last % 7) - Second + 7) % 7);
        }

        var first = new DateOnly(year, First, 1).DayNumber;
        return first + ((Second - (first % 7) + 7) % 7) + (7 * (Third - 1));
    }
}
