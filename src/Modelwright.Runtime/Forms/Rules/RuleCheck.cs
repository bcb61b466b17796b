using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Rules;

/// <summary>Says whether rules can be asked safely and always give finite scores, whoever made them.</summary>
internal static class RuleCheck
{
    internal static void Check(string form, RuleSet set)
    {
        var outputs = set.Start.Length;
        if (outputs == 0 || !SoundArrays.AreFinite(set.Start))
        {
            throw new ArtifactException($"Form '{form}' has {outputs} start scores, or one that is not finite. Give one an output, at least one.");
        }

        var bounds = new double[outputs];
        for (var output = 0; output < outputs; output++)
        {
            bounds[output] = Math.Abs(set.Start[output]);
        }

        for (var rule = 0; rule < set.Rules.Count; rule++)
        {
            Check(form, set, rule);
            for (var output = 0; output < outputs; output++)
            {
                bounds[output] += Math.Abs(set.Rules[rule].Weights[output]);
            }
        }

        if (!SoundArrays.AreFinite(bounds))
        {
            throw new ArtifactException($"The weights of form '{form}' are not finite, or add up beyond the range of numbers. Make the model again from a target of a smaller unit.");
        }
    }

    private static void Check(string form, RuleSet set, int number)
    {
        var rule = set.Rules[number];
        if (rule.Weights.Length != set.Start.Length)
        {
            throw new ArtifactException($"Rule {number} of form '{form}' has {rule.Weights.Length} weights for {set.Start.Length} outputs. Give it one an output.");
        }

        var last = -1;
        foreach (var condition in rule.Conditions)
        {
            if (condition.Input <= last || condition.Input >= set.Inputs.Count)
            {
                throw new ArtifactException($"Rule {number} of form '{form}' asks input {condition.Input} of {set.Inputs.Count} after input {last}. Ask each input once, in their order.");
            }

            last = condition.Input;
            Check(form, number, condition, set.Inputs[condition.Input]);
        }
    }

    private static void Check(string form, int rule, RuleCondition condition, FormInput input)
    {
        var isCategory = input.Type == ColumnType.Category;
        if (isCategory ? !double.IsNegativeInfinity(condition.Above) || !double.IsPositiveInfinity(condition.AtMost) : condition.Levels.Length > 0)
        {
            throw new ArtifactException($"Rule {rule} of form '{form}' has the wrong kind of condition for input '{input.Name}'. Bound numbers, and list the levels of categories.");
        }

        if (double.IsNaN(condition.Above) || double.IsNaN(condition.AtMost))
        {
            throw new ArtifactException($"A bound of rule {rule} of form '{form}' for input '{input.Name}' is not a number. Make the model again.");
        }
    }
}
