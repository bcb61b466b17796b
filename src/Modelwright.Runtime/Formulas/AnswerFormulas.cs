using Modelwright.Runtime.Forms;

namespace Modelwright.Runtime.Formulas;

/// <summary>What forms do with their scores, written as formulas: as <see cref="ClassScores"/> and the blends do it, bit by bit.</summary>
internal static class AnswerFormulas
{
    /// <summary>Held between two ends.</summary>
    internal static FormulaNode Held(this FormulaBuilder builder, FormulaNode value, double lowest, double highest) =>
        builder.Of(FormulaOperation.Minimum, builder.Of(FormulaOperation.Maximum, value, builder.Constant(lowest)), builder.Constant(highest));

    /// <summary>Held within the range of numbers.</summary>
    internal static FormulaNode Held(this FormulaBuilder builder, FormulaNode value) => builder.Held(value, -double.MaxValue, double.MaxValue);

    /// <summary>The number, or another where it is missing.</summary>
    internal static FormulaNode Filled(this FormulaBuilder builder, FormulaNode value, double fill) =>
        builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.Missing, value), builder.Constant(fill), value);

    /// <summary>Another number, but missing where this one is.</summary>
    internal static FormulaNode Kept(this FormulaBuilder builder, FormulaNode value, FormulaNode other) =>
        builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.Missing, value), builder.Constant(double.NaN), other);

    /// <summary>The number, or missing where it is beyond all numbers.</summary>
    internal static FormulaNode FiniteOrMissing(this FormulaBuilder builder, FormulaNode value) =>
        builder.Of(FormulaOperation.Choose, builder.IsFinite(value), value, builder.Constant(double.NaN));

    /// <summary>1 where it is a number within the range of numbers, else 0.</summary>
    internal static FormulaNode IsFinite(this FormulaBuilder builder, FormulaNode value) =>
        builder.Of(FormulaOperation.AtMost, builder.Of(FormulaOperation.Absolute, value), builder.Constant(double.MaxValue));

    /// <summary>The weighted mean, added in the order of the values.</summary>
    internal static FormulaNode Mean(this FormulaBuilder builder, IReadOnlyList<FormulaNode> values, IReadOnlyList<double> weights)
    {
        var sum = builder.Constant(0);
        for (var place = 0; place < values.Count; place++)
        {
            sum = builder.Of(FormulaOperation.Add, sum, builder.Of(FormulaOperation.Multiply, builder.Constant(weights[place]), values[place]));
        }

        return sum;
    }

    /// <summary>Shares of sum 1, as <see cref="ClassScores.ScaleToOne"/>.</summary>
    internal static FormulaNode ScaledToOne(this FormulaBuilder builder, FormulaNode shares)
    {
        var zero = builder.Constant(0);
        var largest = builder.Of(FormulaOperation.Maximum, builder.Over(FormulaOperation.Largest, shares), zero);
        var held = builder.Of(FormulaOperation.Divide, builder.Of(FormulaOperation.Maximum, shares, zero), largest);
        var parts = builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.Below, zero, largest), held, builder.Constant(1));
        return builder.Of(FormulaOperation.Divide, parts, builder.Over(FormulaOperation.Sum, parts));
    }

    /// <summary>Probabilities of raw scores, as <see cref="ClassScores.ToProbabilities"/>.</summary>
    internal static FormulaNode Linked(this FormulaBuilder builder, FormulaNode scores, int classes, ProbabilityLink link)
    {
        if (scores.Width != classes)
        {
            var second = link == ProbabilityLink.Logistic ? builder.Of(FormulaOperation.Sigmoid, scores) : builder.Held(scores, 0, 1);
            return builder.WithFirst(second);
        }

        return builder.ScaledToOne(link == ProbabilityLink.Softmax
            ? builder.Of(FormulaOperation.Exponential, builder.Of(FormulaOperation.Subtract, scores, builder.Over(FormulaOperation.Largest, scores)))
            : scores);
    }

    /// <summary>The probabilities of two classes, given that of the second.</summary>
    internal static FormulaNode WithFirst(this FormulaBuilder builder, FormulaNode second) =>
        builder.Join([builder.Of(FormulaOperation.Subtract, builder.Constant(1), second), second]);
}
