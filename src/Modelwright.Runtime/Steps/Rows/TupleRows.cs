using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Rows;

/// <summary>What is made of several columns together: their values are brought to columns and back.</summary>
/// <param name="tuple">What was learned of the columns.</param>
/// <param name="from">Where each stands, and the levels of its codes.</param>
/// <param name="to">Where the first output goes; the others follow.</param>
internal sealed class TupleRows(FittedTuple tuple, RowSlot[] from, int to) : RowStep(to, to)
{
    internal override void Apply(Span<double> rows, int width)
    {
        var columns = new Column[from.Length];
        for (var input = 0; input < columns.Length; input++)
        {
            columns[input] = ColumnRows.Column(tuple.Inputs[input].Name, from[input], rows, width);
        }

        var made = new NumberBlocks(tuple.Outputs.Count, rows.Length / width);
        tuple.Apply(columns, made);
        for (var output = 0; output < tuple.Outputs.Count; output++)
        {
            var numbers = made[output, 0];
            for (var row = 0; row < numbers.Length; row++)
            {
                rows[(row * width) + To + output] = numbers[row];
            }
        }
    }
}
