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
    // The styles of the workbook by their place, from the coarsest to the finest.
    private const int Days = 1;
    private const int Seconds = 2;
    private const int Milliseconds = 3;

    private static readonly long First = new DateTime(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks;

    /// <summary>The style that shows all of a column of times and no more; null where Excel cannot hold one of them, so that all of them are written as text.</summary>
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

                style = Math.Max(style, ticks % TimeSpan.TicksPerDay == 0 ? Days : ticks % TimeSpan.TicksPerSecond == 0 ? Seconds : Milliseconds);
            }
        }

        return style.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A time as a number of days; null is missing.</summary>
    internal static string? Serial(long ticks) => ticks == TimeColumn.Missing
        ? null
        : new DateTime(ticks, DateTimeKind.Unspecified).ToOADate().ToString("R", CultureInfo.InvariantCulture);
}
