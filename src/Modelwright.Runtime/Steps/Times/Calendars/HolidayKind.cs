namespace Modelwright.Runtime.Steps.Times.Calendars;

/// <summary>The ways in which the day of a holiday is set; the numbers stand in packages.</summary>
internal enum HolidayKind
{
    /// <summary>A day of a month.</summary>
    Fixed = 0,

    /// <summary>Days from Easter Sunday.</summary>
    Easter = 1,

    /// <summary>A weekday of a month, such as its last Monday.</summary>
    Weekday = 2,
}
