using Modelwright.Core.Data;

namespace Modelwright.Stress.Attacks.Rows;

/// <summary>Takes values out of columns and puts others in their place.</summary>
internal static class RowCells
{
    /// <summary>The value of a row.</summary>
    public static Cell At(Column column, int row) => column switch
    {
        _ when column.IsMissing(row) => new(double.NaN, null),
        NumberColumn numbers => new(numbers.Values.At(row), null),
        TimeColumn times => new((double)times.Values.At(row) / TimeSpan.TicksPerDay, null),
        CategoryColumn levels => new(levels.Codes.At(row), null),
        _ => new(double.NaN, ((TextColumn)column).Values.At(row)),
    };

    /// <summary>The values of all rows as numbers; NaN for a missing value and for a text.</summary>
    public static double[] Numbers(Column column)
    {
        var values = new double[column.RowCount];
        if (column is NumberColumn numbers)
        {
            numbers.Values.CopyTo(values);
            return values;
        }

        for (var row = 0; row < values.Length; row++)
        {
            values[row] = At(column, row).Number;
        }

        return values;
    }

    /// <summary>A column that has the value of one row in all places but those where another is given.</summary>
    /// <param name="column">The column of the row.</param>
    /// <param name="row">0-based row.</param>
    /// <param name="cells">What stands in each place; null for the row's own value.</param>
    public static Column Filled(Column column, int row, Cell?[] cells) => column switch
    {
        NumberColumn numbers => new NumberColumn(column.Name, Filled(numbers.Values.At(row), cells, cell => cell.Number)),
        TimeColumn times => new TimeColumn(column.Name, Filled(times.Values.At(row), cells, cell => (long)Math.Round(cell.Number * TimeSpan.TicksPerDay))),
        CategoryColumn levels => new CategoryColumn(column.Name, levels.Levels, Filled(levels.Codes.At(row), cells, cell => (int)cell.Number)),
        _ => new TextColumn(column.Name, Filled(((TextColumn)column).Values.At(row), cells, cell => cell.Text)),
    };

    private static T[] Filled<T>(T own, Cell?[] cells, Func<Cell, T> value) => Array.ConvertAll(cells, cell => cell is { } other ? value(other) : own);
}
