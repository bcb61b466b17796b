namespace Modelwright.Learners.Trees.Rules;

/// <summary>One setting of a rule set, read from its values.</summary>
/// <param name="MaxRules">Rules at most.</param>
/// <param name="Errors">Standard errors that the rules kept may be worse than the best number of them; null keeps all.</param>
/// <param name="Forest">The trees that rules are taken from.</param>
internal sealed record RuleSettings(int MaxRules, double? Errors, ForestSettings Forest);
