using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Forms.Blend;

namespace Modelwright.Runtime.Forms.Stack;

/// <summary>Both layers of a stack as a formula.</summary>
internal static class StackFormula
{
    /// <summary>The weighted mean of what the second layer and the members say; null where a part has no formula.</summary>
    /// <param name="layers">The members with their weights, the second layer and how much of the answer is its.</param>
    /// <param name="classes">Classes that each answers; 0 for numbers.</param>
    /// <param name="columns">What both layers read.</param>
    internal static FormulaNode? Mean((IReadOnlyList<IForm> Members, double[] Weights, IForm Second, double Share) layers, int classes, FormulaColumns columns)
    {
        if (BlendFormula.Members(layers.Members, columns) is not { } answers)
        {
            return null;
        }

        var builder = columns.Builder;
        var both = columns.Copy();
        var names = StackColumns.Names(answers.Length, classes);
        var width = names.Count / Math.Max(1, answers.Length);
        for (var place = 0; place < names.Count; place++)
        {
            both.Set(names[place], new(Told(answers[place / width], classes, place % width, builder), ColumnType.Number, []));
        }

        return both.Answer(layers.Second) is { } said
            ? builder.Mean([said, .. answers], [layers.Share, .. layers.Weights.Select(weight => (1 - layers.Share) * weight)])
            : null;
    }

    private static FormulaNode Told(FormulaNode answer, int classes, int place, FormulaBuilder builder)
    {
        if (classes == 0)
        {
            return answer;
        }

        var held = builder.Held(builder.Take(answer, classes == 2 ? 1 : place), StackColumns.Nearest, 1 - StackColumns.Nearest);
        return builder.Of(FormulaOperation.Logarithm, builder.Of(FormulaOperation.Divide, held, builder.Of(FormulaOperation.Subtract, builder.Constant(1), held)));
    }
}
