namespace Modelwright.Stress.Attacks.Rows;

/// <summary>Other values for some of the columns of a row that can be changed. Immutable.</summary>
/// <param name="Columns">Places in the row's list of mutable columns, ascending.</param>
/// <param name="Cells">The value of each.</param>
internal sealed record RowChange(int[] Columns, Cell[] Cells)
{
    /// <summary>The row as it is.</summary>
    public static RowChange None { get; } = new([], []);

    /// <summary>The new value of a column; null where it keeps its own.</summary>
    public Cell? this[int column] => Array.BinarySearch(Columns, column) is >= 0 and var place ? Cells[place] : null;

    /// <summary>The same with a value in one column, its own or another than before.</summary>
    public RowChange With(int column, Cell cell)
    {
        var place = Array.BinarySearch(Columns, column);
        return place >= 0
            ? new(Columns, [.. Cells[..place], cell, .. Cells[(place + 1)..]])
            : new([.. Columns[..~place], column, .. Columns[~place..]], [.. Cells[..~place], cell, .. Cells[~place..]]);
    }

    /// <summary>The same with a column's own value back.</summary>
    public RowChange Without(int column)
    {
        var place = Array.BinarySearch(Columns, column);
        return place < 0 ? this : new([.. Columns[..place], .. Columns[(place + 1)..]], [.. Cells[..place], .. Cells[(place + 1)..]]);
    }
}
