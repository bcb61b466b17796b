namespace Modelwright.Runtime.Steps.Times.Calendars;

/// <summary>The day of Easter in the Gregorian calendar, carried back before 1583.</summary>
/// <remarks>The anonymous algorithm of 1876 as given by Meeus 1991, Astronomical Algorithms, chapter 8.</remarks>
internal static class EasterSunday
{
    /// <summary>The day number (days since 0001-01-01) in a year from 1 to 9999.</summary>
    internal static int DayIn(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - moon - (ofCentury % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * weekday)) / 451;
        var sum = moon + weekday - (7 * late) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1).DayNumber;
    }
}
