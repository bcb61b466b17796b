using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Sources.Writing.Excel;

/// <summary>
/// Times as Excel has them: days since 30 December 1899, to the millisecond. Excel counts a 29 February 1900 that never was, so days before
/// March 1900 mean different things to different programs.
/// </summary>
/// <remarks>Source: ECMA-376, part 1, section 18.17.4.</remarks>
internal static class XlsxDates
{
    /// <summary>The style of days.</summary>
    internal const string Days = "1";

    /// <summary>The style of days with a time of day.</summary>
    internal const string Times = "2";

    private static readonly long First = new DateTime(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks;

    /// <summary>The style of a column of times; null where Excel cannot hold one of them, so that all of them are written as text.</summary>
    internal static string? StyleOf(Blocks<long> values)
    {
        var style = Days;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var ticks in values[block])
            {
                if (ticks == TimeColumn.Missing)
                {
                    continue;
                }

                if (ticks < First || ticks % TimeSpan.TicksPerMillisecond != 0)
                {
                    return null;
                }

                style = ticks % TimeSpan.TicksPerDay == 0 ? style : Times;
            }
        }

        return style;
    }

    /// <summary>A time as a number of days; null is missing.</summary>
    internal static string? Serial(long ticks) => ticks == TimeColumn.Missing
        ? null
        : new DateTime(ticks, DateTimeKind.Unspecified).ToOADate().ToString("R", CultureInfo.InvariantCulture);
}
