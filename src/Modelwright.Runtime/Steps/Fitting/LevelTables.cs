using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>What a step makes of a category, as a table of its levels.</summary>
internal static class LevelTables
{
    /// <summary>Transforms a missing value and every level once; one column an output.</summary>
    internal static FormulaColumn[] Of(FittedColumn step, FormulaColumn from, FormulaBuilder builder)
    {
        var made = new Column[step.Outputs.Count];
        step.Apply(new CategoryColumn(step.Input, from.Levels, Enumerable.Range(CategoryColumn.Missing, from.Levels.Count + 1).ToArray()), made);
        if (made.Length == 0)
        {
            return [];
        }

        var table = new double[(from.Levels.Count + 1) * made.Length];
        for (var place = 0; place < table.Length; place++)
        {
            table[place] = At(made[place % made.Length], place / made.Length);
        }

        var values = builder.Lookup(from.Node, table, made.Length);
        return [.. made.Select((column, output) => new FormulaColumn(builder.Take(values, output), column.Type, column is CategoryColumn category ? category.Levels : []))];
    }

    private static double At(Column column, int row) => column is NumberColumn number ? number.Values.At(row) : ((CategoryColumn)column).Codes.At(row);
}
