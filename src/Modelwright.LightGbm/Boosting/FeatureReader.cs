using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Reads features as the native library wants them: numbers, codes as numbers, NaN where missing.</summary>
internal sealed class FeatureReader
{
    // Bounds of bins are means of neighbours, which infinity would spoil; no bound lies beyond this.
    private const double Largest = 1e300;

    private readonly Column[] _columns;
    private readonly int[]?[] _codes;
    private readonly int[]? _rows;

    /// <summary>Makes a reader.</summary>
    /// <param name="inputs">The columns and the levels behind the codes.</param>
    /// <param name="table">Where the columns are, by name.</param>
    /// <param name="rows">The rows to read, in order; null for all.</param>
    internal FeatureReader(IReadOnlyList<FormInput> inputs, Table table, int[]? rows)
    {
        _columns = [.. table.Select([.. inputs.Select(input => input.Name)]).Columns];
        _codes = [.. _columns.Select((column, position) => (column as CategoryColumn)?.MapTo(inputs[position].Levels))];
        _rows = rows;
        RowCount = rows?.Length ?? table.RowCount;
    }

    /// <summary>Rows to read.</summary>
    internal int RowCount { get; }

    /// <summary>Columns to read.</summary>
    internal int ColumnCount => _columns.Length;

    /// <summary>0-based positions of the category columns.</summary>
    internal int[] Categories => [.. Enumerable.Range(0, _columns.Length).Where(column => _columns[column].Type == ColumnType.Category)];

    /// <summary>Reads some rows of one column.</summary>
    /// <param name="column">0-based column.</param>
    /// <param name="rows">0-based, among the rows to read.</param>
    /// <param name="output">One value a row.</param>
    internal void Read(int column, ReadOnlySpan<int> rows, Span<double> output)
    {
        if (_rows is null)
        {
            Gather(column, rows, output);
            return;
        }

        var chosen = new int[rows.Length];
        for (var index = 0; index < chosen.Length; index++)
        {
            chosen[index] = _rows[rows[index]];
        }

        Gather(column, chosen, output);
    }

    /// <summary>Reads all columns of some rows that follow each other.</summary>
    /// <param name="start">The first, among the rows to read.</param>
    /// <param name="output">Rows x columns, row by row; its length says how many rows.</param>
    internal void ReadRows(int start, Span<double> output)
    {
        var count = output.Length / ColumnCount;
        var rows = new int[count];
        for (var index = 0; index < count; index++)
        {
            rows[index] = _rows is null ? start + index : _rows[start + index];
        }

        var values = new double[count];
        for (var column = 0; column < ColumnCount; column++)
        {
            Gather(column, rows, values);
            for (var index = 0; index < count; index++)
            {
                output[(index * ColumnCount) + column] = values[index];
            }
        }
    }

    private void Gather(int column, ReadOnlySpan<int> rows, Span<double> output)
    {
        if (_columns[column] is CategoryColumn categories)
        {
            Codes(categories, _codes[column], rows, output);
            return;
        }

        ((NumberColumn)_columns[column]).Values.Gather(rows, output);
        foreach (ref var value in output)
        {
            // Clamp keeps NaN.
            value = Math.Clamp(value, -Largest, Largest);
        }
    }

    private static void Codes(CategoryColumn column, int[]? map, ReadOnlySpan<int> rows, Span<double> output)
    {
        var codes = new int[rows.Length];
        column.Codes.Gather(rows, codes);
        for (var index = 0; index < codes.Length; index++)
        {
            var code = codes[index] >= 0 && map is not null ? map[codes[index]] : codes[index];
            output[index] = code < 0 ? double.NaN : code;
        }
    }
}
