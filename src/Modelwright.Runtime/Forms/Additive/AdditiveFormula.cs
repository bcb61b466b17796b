using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Additive;

/// <summary>Shape functions as a formula: a table for the bins of each input, one for the cells of each pair.</summary>
internal static class AdditiveFormula
{
    /// <summary>The scores; null where an input has no formula.</summary>
    internal static FormulaNode? Scores(AdditiveTerms terms, FormulaColumns columns)
    {
        if (columns.Read(terms.Inputs) is not { } values)
        {
            return null;
        }

        var builder = columns.Builder;
        var outputs = terms.Intercepts.Length;
        var bins = values.Select((value, input) => terms.Inputs[input].Type == ColumnType.Category ? value : builder.Among(FormulaOperation.Rank, value, terms.Shapes[input].Edges)).ToArray();
        var sum = builder.Constants(terms.Intercepts);
        for (var input = 0; input < bins.Length; input++)
        {
            sum = builder.Of(FormulaOperation.Add, sum, builder.Lookup(bins[input], terms.Shapes[input].Values, outputs));
        }

        foreach (var pair in terms.Pairs)
        {
            var row = builder.Of(FormulaOperation.Multiply, Part(builder, bins[pair.First], pair.FirstParts), builder.Constant(pair.Columns));
            var cell = builder.Of(FormulaOperation.Add, row, Part(builder, bins[pair.Second], pair.SecondParts));
            sum = builder.Of(FormulaOperation.Add, sum, builder.Lookup(cell, [.. new double[outputs], .. pair.Values], outputs));
        }

        return builder.Held(sum);
    }

    private static FormulaNode Part(FormulaBuilder builder, FormulaNode bin, int[] parts) => builder.Lookup(bin, Array.ConvertAll(parts, part => (double)part));
}
