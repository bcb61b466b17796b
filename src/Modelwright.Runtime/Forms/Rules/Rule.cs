namespace Modelwright.Runtime.Forms.Rules;

/// <summary>Conditions that must all hold, and what is added to the scores where they do.</summary>
/// <param name="Conditions">At most one an input; none holds for every row.</param>
/// <param name="Weights">One an output.</param>
public sealed record Rule(IReadOnlyList<RuleCondition> Conditions, double[] Weights);
