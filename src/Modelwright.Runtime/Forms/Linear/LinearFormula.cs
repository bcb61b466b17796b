using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Linear;

/// <summary>Weighted sums as a formula.</summary>
internal static class LinearFormula
{
    /// <summary>The scores; null where an input has no formula.</summary>
    internal static FormulaNode? Scores(LinearScores scores, FormulaColumns columns)
    {
        if (columns.ReadJoined(scores.Inputs) is not { } values)
        {
            return null;
        }

        var builder = columns.Builder;
        return builder.Weigh(FormulaOperation.Weigh, builder.Filled(values, 0), Turned(scores.Coefficients, scores.Intercepts.Length, values.Width), scores.Intercepts);
    }

    /// <summary>Outputs x inputs as inputs x outputs; without inputs a weight of 0 for the one place there is.</summary>
    internal static double[] Turned(double[] coefficients, int outputs, int inputs)
    {
        var turned = new double[inputs * outputs];
        for (var place = 0; place < coefficients.Length; place++)
        {
            turned[(place % inputs * outputs) + (place / inputs)] = coefficients[place];
        }

        return turned;
    }
}
