using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Rows;

namespace Modelwright.Runtime.Steps.Numbers;

/// <summary>A number that becomes another number, value by value.</summary>
internal abstract class MappedNumber(string input, IReadOnlyList<string> outputs)
    : FittedColumn(input, ColumnType.Number, Features(input, ColumnType.Number, outputs))
{
    /// <summary>Transforms a block of values.</summary>
    protected abstract void Map(ReadOnlySpan<double> from, Span<double> to);

    /// <summary>Transforms one value.</summary>
    internal void MapOne(ReadOnlySpan<double> from, Span<double> to) => Map(from, to);

    /// <summary>The one number it becomes, as a formula.</summary>
    protected static FormulaColumn[] Made(FormulaNode node) => [new(node, ColumnType.Number, [])];

    internal override RowStep[] OnRows(RowSlot from, int to) => [new MappedRows(this, from.Place, to)];

    internal override void Apply(Column column, Span<Column> made)
    {
        var values = ((NumberColumn)column).Values;
        var blocks = new double[values.BlockCount][];
        for (var block = 0; block < blocks.Length; block++)
        {
            blocks[block] = new double[values[block].Length];
            Map(values[block], blocks[block]);
        }

        made[0] = new NumberColumn(Outputs[0].Name, MemoryBlocks<double>.FromBlocks(blocks));
    }
}
