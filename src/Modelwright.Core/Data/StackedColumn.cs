namespace Modelwright.Core.Data;

/// <summary>Puts the values of one column under those of another.</summary>
internal static class StackedColumn
{
    /// <summary>Makes the column.</summary>
    /// <param name="top">The column above; null where its values are missing.</param>
    /// <param name="below">The column below; null where its values are missing.</param>
    /// <param name="rows">Rows above.</param>
    /// <param name="rowsBelow">Rows below.</param>
    /// <returns>A column in memory: of the type of both, else a category where one is, else text.</returns>
    public static Column Of(Column? top, Column? below, int rows, int rowsBelow)
    {
        var name = (top ?? below)!.Name;
        return (top ?? below, below ?? top) switch
        {
            (NumberColumn, NumberColumn) => new NumberColumn(name, [.. Numbers(top, rows), .. Numbers(below, rowsBelow)]),
            (TimeColumn, TimeColumn) => new TimeColumn(name, [.. Times(top, rows), .. Times(below, rowsBelow)]),
            (CategoryColumn, _) or (_, CategoryColumn) => CategoryColumn.FromTexts(name, [.. Texts(top, rows), .. Texts(below, rowsBelow)]),
            _ => new TextColumn(name, [.. Texts(top, rows), .. Texts(below, rowsBelow)]),
        };
    }

    private static IEnumerable<double> Numbers(Column? column, int rows) =>
        column is NumberColumn numbers ? Enumerable.Range(0, rows).Select(numbers.Values.At) : Enumerable.Repeat(double.NaN, rows);

    private static IEnumerable<long> Times(Column? column, int rows) =>
        column is TimeColumn times ? Enumerable.Range(0, rows).Select(times.Values.At) : Enumerable.Repeat(TimeColumn.Missing, rows);

    private static IEnumerable<string?> Texts(Column? column, int rows) =>
        column is null ? Enumerable.Repeat<string?>(null, rows) : Enumerable.Range(0, rows).Select(column.Format);
}
