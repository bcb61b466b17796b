namespace Modelwright.Runtime.Forms.Rules;

/// <summary>Leaves out the inputs that no condition asks.</summary>
internal static class TrimmedRules
{
    /// <summary>The rules over fewer inputs; null where every input is asked.</summary>
    internal static RuleSet? Of(RuleSet rules)
    {
        var used = new UsedInputs(rules.Inputs);
        foreach (var condition in rules.Rules.SelectMany(rule => rule.Conditions))
        {
            used.Use(condition.Input);
        }

        if (used.AreAll)
        {
            return null;
        }

        var places = used.Places();
        return rules with
        {
            Inputs = used.Kept,
            Rules = [.. rules.Rules.Select(rule => rule with { Conditions = [.. rule.Conditions.Select(condition => condition with { Input = places[condition.Input] })] })],
        };
    }
}
