using Modelwright.Core.Data;

namespace Modelwright.Server.Rows;

/// <summary>The rows of one request, column by column, as they came in and were read: numbers, points in time and texts. Used again for the next request.</summary>
public sealed class ServedRows
{
    private const int MostKept = 1_024;
    private readonly RowLayout _layout;
    private readonly double[][] _numbers;
    private readonly long[][] _ticks;
    private readonly string?[][] _texts;
    private int _capacity;

    internal ServedRows(RowLayout layout)
    {
        _layout = layout;
        (_numbers, _ticks, _texts) = (new double[layout.Columns.Count][], new long[layout.Columns.Count][], new string?[layout.Columns.Count][]);
        Grow(1);
    }

    /// <summary>The columns that the model asks for, in the order of its schema.</summary>
    public IReadOnlyList<ColumnSpec> Columns => _layout.Columns;

    /// <summary>Number of rows.</summary>
    public int RowCount { get; private set; }

    internal bool IsKept => _capacity <= MostKept;

    /// <summary>A value of a column of numbers; NaN is a missing value.</summary>
    /// <param name="column">0-based position among <see cref="Columns"/>.</param>
    /// <param name="row">0-based row.</param>
    public double Number(int column, int row) => _numbers[column][row];

    /// <summary>A value of a column of times in ticks; <see cref="TimeColumn.Missing"/> is a missing value.</summary>
    /// <param name="column">0-based position among <see cref="Columns"/>.</param>
    /// <param name="row">0-based row.</param>
    public long Ticks(int column, int row) => _ticks[column][row];

    /// <summary>A value of a column of categories or texts; null is a missing value.</summary>
    /// <param name="column">0-based position among <see cref="Columns"/>.</param>
    /// <param name="row">0-based row.</param>
    public string? Text(int column, int row) => _texts[column][row];

    /// <summary>Adds a row whose values are all missing.</summary>
    internal void AddRow()
    {
        if (RowCount == _capacity)
        {
            Grow(_capacity * 2);
        }

        RowCount++;
    }

    internal void AddRows(int count)
    {
        if (count > _capacity - RowCount)
        {
            Grow(RowCount + count);
        }

        RowCount += count;
    }

    internal void SetNumber(int column, int row, double value) => _numbers[column][row] = value;

    internal void SetTicks(int column, int row, long value) => _ticks[column][row] = value;

    internal void SetText(int column, int row, string? value) => _texts[column][row] = value;

    internal void Clear()
    {
        for (var column = 0; column < Columns.Count; column++)
        {
            _numbers[column]?.AsSpan(0, RowCount).Fill(double.NaN);
            _ticks[column]?.AsSpan(0, RowCount).Fill(TimeColumn.Missing);
            _texts[column]?.AsSpan(0, RowCount).Clear();
        }

        RowCount = 0;
    }

    /// <summary>A table that shares nothing with the rows.</summary>
    internal Table ToTable() => new([.. Columns.Select(Column)], RowCount);

    /// <summary>Rows of their own with the same values, laid out as another version of the model asks for them; columns that are not there are missing.</summary>
    internal ServedRows CopyFor(RowLayout layout)
    {
        var copy = new ServedRows(layout);
        copy.AddRows(RowCount);
        for (var column = 0; column < layout.Columns.Count; column++)
        {
            var from = _layout.Find(layout.Columns[column].Name);
            if (from >= 0 && Columns[from].Type == layout.Columns[column].Type)
            {
                _numbers[from]?.AsSpan(0, RowCount).CopyTo(copy._numbers[column]);
                _ticks[from]?.AsSpan(0, RowCount).CopyTo(copy._ticks[column]);
                _texts[from]?.AsSpan(0, RowCount).CopyTo(copy._texts[column]);
            }
        }

        return copy;
    }

    private Column Column(ColumnSpec spec, int column) => spec.Type switch
    {
        ColumnType.Number => new NumberColumn(spec.Name, _numbers[column].AsSpan(0, RowCount).ToArray()),
        ColumnType.Time => new TimeColumn(spec.Name, _ticks[column].AsSpan(0, RowCount).ToArray()),
        _ => new TextColumn(spec.Name, _texts[column].AsSpan(0, RowCount).ToArray()),
    };

    private void Grow(int capacity)
    {
        for (var column = 0; column < Columns.Count; column++)
        {
            switch (Columns[column].Type)
            {
                case ColumnType.Number:
                    Array.Resize(ref _numbers[column], capacity);
                    _numbers[column].AsSpan(_capacity).Fill(double.NaN);
                    break;
                case ColumnType.Time:
                    Array.Resize(ref _ticks[column], capacity);
                    _ticks[column].AsSpan(_capacity).Fill(TimeColumn.Missing);
                    break;
                default:
                    Array.Resize(ref _texts[column], capacity);
                    break;
            }
        }

        _capacity = capacity;
    }
}
