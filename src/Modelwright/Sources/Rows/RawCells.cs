using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Rows;

/// <summary>The cells of one column, read and complete.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Column">The cells.</param>
/// <param name="IsWhole">Whether they are whole numbers that a double may not hold, in a column of times for want of another.</param>
internal sealed record RawCells(string Name, Column Column, bool IsWhole)
{
    internal int RowCount => Column.RowCount;

    /// <summary>Gives every cell as text.</summary>
    internal void EachText(int start, int count, Action<string?> take)
    {
        for (var row = start; row < start + count; row++)
        {
            take(TextAt(row));
        }
    }

    /// <summary>Adds rows to a column of a table.</summary>
    /// <param name="rows">0-based rows in ascending order, so that blocks on disk are read once.</param>
    /// <param name="places">For each of them its place in the order wanted.</param>
    /// <param name="target">Gets them in the order wanted.</param>
    internal void Feed(ReadOnlySpan<int> rows, ReadOnlySpan<int> places, ColumnAssembler target)
    {
        switch (Column)
        {
            case NumberColumn numbers:
                foreach (var value in Arrange(numbers.Values, rows, places))
                {
                    AddNumber(value, target);
                }

                break;
            case TimeColumn times:
                foreach (var value in Arrange(times.Values, rows, places))
                {
                    AddLong(value, target);
                }

                break;
            case CategoryColumn levels:
                foreach (var code in Arrange(levels.Codes, rows, places))
                {
                    AddText(code < 0 ? null : levels.Levels[code], target);
                }

                break;
            case TextColumn texts:
                foreach (var text in Arrange(texts.Values, rows, places))
                {
                    AddText(text, target);
                }

                break;
        }
    }

    private string? TextAt(int row) => Column switch
    {
        NumberColumn numbers => numbers.Values.At(row) is var value && double.IsNaN(value) ? null : RawColumn.Text(value),
        TimeColumn times when IsWhole => times.Values.At(row) is var value && value == TimeColumn.Missing ? null : value.ToString(CultureInfo.InvariantCulture),
        _ => Column.Format(row),
    };

    private static T[] Arrange<T>(Blocks<T> values, ReadOnlySpan<int> rows, ReadOnlySpan<int> places)
    {
        var gathered = new T[rows.Length];
        values.Gather(rows, gathered);
        var arranged = new T[rows.Length];
        for (var index = 0; index < rows.Length; index++)
        {
            arranged[places[index]] = gathered[index];
        }

        return arranged;
    }

    private static void AddNumber(double value, ColumnAssembler target)
    {
        if (double.IsNaN(value))
        {
            target.AddMissing();
        }
        else if (target.KeepsText)
        {
            target.Add(RawColumn.Text(value), mayBeNumber: false);
        }
        else
        {
            target.Add(value);
        }
    }

    private void AddLong(long value, ColumnAssembler target)
    {
        if (value == TimeColumn.Missing)
        {
            target.AddMissing();
        }
        else if (IsWhole)
        {
            target.Add(value.ToString(CultureInfo.InvariantCulture), mayBeNumber: false);
        }
        else
        {
            target.AddTicks(value);
        }
    }

    private static void AddText(string? text, ColumnAssembler target)
    {
        if (text is null)
        {
            target.AddMissing();
        }
        else
        {
            target.Add(text, mayBeNumber: false);
        }
    }
}
