using Modelwright.Core.Learning;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Formulas;

/// <summary>
/// A model written as a list of small operations on numbers, from its columns to its answer: what every export is made of. Follows the model to the bit for
/// rows whose values were read; cells, spelling and formats stand before it. Immutable.
/// </summary>
/// <param name="Inputs">The columns it reads.</param>
/// <param name="Nodes">What is reckoned, operands first.</param>
/// <param name="Answer">The node that holds the answer: one number, or a probability a class.</param>
/// <param name="Classes">The classes in the order of the probabilities; empty for a number.</param>
public sealed record Formula(IReadOnlyList<FormulaInput> Inputs, IReadOnlyList<FormulaNode> Nodes, FormulaNode Answer, IReadOnlyList<string> Classes)
{
    /// <summary>Writes a model as a formula.</summary>
    /// <param name="model">A model that answers a number or classes.</param>
    /// <param name="gaps">The parts that cannot be written; empty where it succeeds.</param>
    /// <returns>The formula; null where there are gaps.</returns>
    public static Formula? Of(Model model, out IReadOnlyList<FormulaGap> gaps)
    {
        ArgumentNullException.ThrowIfNull(model);
        var columns = FormulaColumns.Of(model.Schema, model.Form.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal));
        var answer = columns.Answer(model.Form);
        gaps = columns.Gaps;
        return answer is not null && gaps.Count == 0
            ? new(columns.Inputs, Used(columns.Builder.Nodes, answer), answer, (model.Form as IPredictsClasses)?.Classes ?? [])
            : null;
    }

    /// <summary>The nodes that the answer is made of, in their order.</summary>
    private static List<FormulaNode> Used(IReadOnlyList<FormulaNode> nodes, FormulaNode answer)
    {
        var isUsed = new bool[nodes.Count];
        isUsed[answer.Position] = true;
        for (var position = nodes.Count - 1; position >= 0; position--)
        {
            foreach (var operand in isUsed[position] ? nodes[position].Operands : [])
            {
                isUsed[operand.Position] = true;
            }
        }

        return [.. nodes.Where(node => isUsed[node.Position])];
    }
}
