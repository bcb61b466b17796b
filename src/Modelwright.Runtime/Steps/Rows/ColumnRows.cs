using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Rows;

/// <summary>What is made of a column where it is made of columns alone: the values are brought to one and back.</summary>
/// <param name="column">What was learned of the column.</param>
/// <param name="from">Where it stands, and the levels of its codes.</param>
/// <param name="to">Where the first output goes; the others follow.</param>
internal sealed class ColumnRows(FittedColumn column, RowSlot from, int to) : RowStep(from.Place, to)
{
    internal override void Apply(Span<double> rows, int width)
    {
        var made = new Column[column.Outputs.Count];
        column.Apply(Column(column.Input, from, rows, width), made);
        for (var output = 0; output < made.Length; output++)
        {
            Fill(made[output], rows, width, To + output);
        }
    }

    /// <summary>The values of a place as a column.</summary>
    internal static Column Column(string name, RowSlot slot, ReadOnlySpan<double> rows, int width)
    {
        var numbers = new double[rows.Length / width];
        for (var row = 0; row < numbers.Length; row++)
        {
            numbers[row] = rows[(row * width) + slot.Place];
        }

        return slot.Type == ColumnType.Number ? new NumberColumn(name, numbers) : new CategoryColumn(name, slot.Levels, Array.ConvertAll(numbers, code => (int)code));
    }

    /// <summary>A column's values to a place.</summary>
    internal static void Fill(Column made, Span<double> rows, int width, int place)
    {
        for (var row = 0; row < made.RowCount; row++)
        {
            rows[(row * width) + place] = made is NumberColumn number ? number.Values.At(row) : ((CategoryColumn)made).Codes.At(row);
        }
    }
}
