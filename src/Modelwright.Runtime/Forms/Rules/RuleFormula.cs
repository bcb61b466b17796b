using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Rules;

/// <summary>Rules as a formula: each adds its weights times whether all its conditions hold.</summary>
internal static class RuleFormula
{
    /// <summary>The scores; null where an input has no formula.</summary>
    internal static FormulaNode? Scores(RuleSet set, FormulaColumns columns)
    {
        if (columns.Read(set.Inputs) is not { } values)
        {
            return null;
        }

        var builder = columns.Builder;
        var sum = builder.Constants(set.Start);
        foreach (var rule in set.Rules)
        {
            var holds = builder.Constant(1);
            foreach (var condition in rule.Conditions)
            {
                holds = builder.Of(FormulaOperation.Multiply, holds, Holds(condition, set.Inputs[condition.Input].Type, set.Inputs[condition.Input].Levels.Count, values[condition.Input], builder));
            }

            sum = builder.Of(FormulaOperation.Add, sum, builder.Of(FormulaOperation.Multiply, holds, builder.Constants(rule.Weights)));
        }

        return sum;
    }

    private static FormulaNode Holds(RuleCondition condition, ColumnType type, int levels, FormulaNode value, FormulaBuilder builder)
    {
        var missing = condition.HoldsMissing ? 1.0 : 0;
        if (type == ColumnType.Category)
        {
            return builder.Lookup(value, [missing, .. Enumerable.Range(0, levels).Select(code => condition.HoldsLevel(code) ? 1.0 : 0)]);
        }

        var holds = builder.Of(FormulaOperation.AtMost, value, builder.Constant(condition.AtMost));
        if (!double.IsNegativeInfinity(condition.Above))
        {
            holds = builder.Of(FormulaOperation.Multiply, holds, builder.Of(FormulaOperation.Below, builder.Constant(condition.Above), value));
        }

        return builder.Of(FormulaOperation.Choose, builder.Of(FormulaOperation.Missing, value), builder.Constant(missing), holds);
    }
}
