namespace Modelwright.Stress.Attacks;

/// <summary>One column of a row before and after an attack.</summary>
/// <param name="Column">The column.</param>
/// <param name="Before">Its value in the row, as a person writes it.</param>
/// <param name="After">Its value in the attacked row.</param>
/// <param name="Cost">What the change costs by the threat.</param>
public sealed record AttackChange(string Column, string Before, string After, double Cost);
