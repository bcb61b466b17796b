namespace Modelwright.Stress.Gates;

/// <summary>What a gate says by one of its rules.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Figure">The figure; null where it was not measured.</param>
/// <param name="Passed">Whether the rule is kept.</param>
/// <param name="Text">The figure and, where it is beyond the bound, the bound, in a sentence.</param>
public sealed record GateResult(GateRule Rule, GateFigure? Figure, bool Passed, string Text);
