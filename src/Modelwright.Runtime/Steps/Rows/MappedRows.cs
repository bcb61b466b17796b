using Modelwright.Runtime.Steps.Numbers;

namespace Modelwright.Runtime.Steps.Rows;

/// <summary>A number that becomes another number.</summary>
/// <param name="column">What turns one into the other.</param>
/// <param name="from">Where the number stands.</param>
/// <param name="to">Where the other goes.</param>
internal sealed class MappedRows(MappedNumber column, int from, int to) : RowStep(from, to)
{
    internal override void Apply(Span<double> rows, int width)
    {
        for (var row = 0; row < rows.Length; row += width)
        {
            column.MapOne(rows.Slice(row + From, 1), rows.Slice(row + To, 1));
        }
    }
}
