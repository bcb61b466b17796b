using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Bayes;

/// <summary>Tables of logarithms as a formula.</summary>
internal static class BayesFormula
{
    /// <summary>The scores; null where an input has no formula.</summary>
    internal static FormulaNode? Scores(BayesTables tables, FormulaColumns columns)
    {
        if (columns.Read(tables.Inputs) is not { } values)
        {
            return null;
        }

        var builder = columns.Builder;
        var classes = tables.Start.Length;
        var sum = builder.Constants(tables.Start);
        for (var input = 0; input < values.Length; input++)
        {
            var cell = tables.Inputs[input].Type == ColumnType.Category ? values[input] : builder.Among(FormulaOperation.Rank, values[input], tables.Tables[input].Edges);
            sum = builder.Of(FormulaOperation.Add, sum, builder.Lookup(cell, [.. new double[classes], .. tables.Tables[input].Logs], classes));
        }

        return sum;
    }
}
