using Modelwright.Core.Data;

namespace Modelwright.Testing.Sources;

/// <summary>Tables that a source must give back as they are.</summary>
internal static class SourceTables
{
    internal static Table EveryType() => new(
    [
        new NumberColumn("number", [1, double.NaN, -0.1, 1e300, 1e-300, 123456789012.5, 0]),
        CategoryColumn.FromTexts("level", ["a", "b", null, "a", "with, comma", "with \"quote\"", "two\nlines"]),
        CategoryColumn.FromTexts("ünïcode \u4e2d", ["żółć", "\ud83d\ude00", "007", "1.0", null, "-", "true"]),
        new TimeColumn("time", [Ticks(2024, 5, 1), TimeColumn.Missing, Ticks(1999, 12, 31) + (TimeSpan.TicksPerSecond * 3601), Ticks(2000, 2, 29), Ticks(1, 1, 1), Ticks(9999, 12, 31), Ticks(2024, 5, 2) + TimeSpan.TicksPerMicrosecond]),
        new NumberColumn("whole", [1, 2, 3, 4, 5, 6, double.NaN]),
    ]);

    internal static Table HardTexts() => new(
    [
        CategoryColumn.FromTexts("text", [" space before", "space after ", "tab\tinside", "\"", "\"\"", ",", "a\r\nb", "back\\slash", "'", "\\\"", "semi;colon", "[1,2]"]),
        new NumberColumn("row", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ]);

    internal static Table Counting(int rows)
    {
        var numbers = new double[rows];
        var fractions = new double[rows];
        var times = new long[rows];
        var codes = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            numbers[row] = row;
            fractions[row] = row % 97 == 0 ? double.NaN : Math.Sqrt(row);
            times[row] = Ticks(2000, 1, 1) + (row * TimeSpan.TicksPerSecond);
            codes[row] = row % 3;
        }

        return new(
        [
            new NumberColumn("number", numbers),
            new NumberColumn("fraction", fractions),
            new TimeColumn("time", times),
            new CategoryColumn("level", ["x", "y", "z"], codes),
        ]);
    }

    private static long Ticks(int year, int month, int day) => new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
}
