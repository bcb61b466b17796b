using Modelwright.Core.Data;

namespace Modelwright.Tests.Sources.Writing;

/// <summary>What tests of writing share.</summary>
internal static class TablesOfWriting
{
    /// <summary>One table of every type, with a missing value in each column.</summary>
    internal static Table EveryType { get; } = new(
    [
        new NumberColumn("number", [0.1, -0.0, 1e300, double.NaN]),
        new TimeColumn("day", [Ticks(2024, 2, 29), Ticks(1999, 12, 31), TimeColumn.Missing, Ticks(1900, 3, 1)]),
        new TimeColumn("time", [Ticks(2024, 2, 29) + (TimeSpan.TicksPerHour * 13) + TimeSpan.TicksPerMillisecond, TimeColumn.Missing, Ticks(1999, 12, 31), Ticks(2100, 1, 1)]),
        CategoryColumn.FromTexts("level", ["007", "true", null, "=1+1"]),
        new TextColumn("text", ["<a> & \"b\"", null, "two\nlines", " Łódź \U0001F600 "]),
    ]);

    internal static long Ticks(int year, int month, int day) => new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks;

    /// <summary>All cells as people write them.</summary>
    internal static IEnumerable<string?[]> Cells(Table table) =>
        Enumerable.Range(0, table.RowCount).Select(row => table.Columns.Select(column => column.Format(row)).ToArray());
}
