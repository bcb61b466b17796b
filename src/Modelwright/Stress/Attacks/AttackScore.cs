namespace Modelwright.Stress.Attacks;

/// <summary>What attacks achieve: one of them, or all together.</summary>
/// <param name="Attack">Name of the attack; 'all' for the cheapest of all.</param>
/// <param name="Taxonomy">Its name in the taxonomy of NIST AI 100-2 (2025); 'evasion' for all.</param>
/// <param name="Rows">Rows attacked.</param>
/// <param name="Flipped">Share of them whose answer it flips within the budget.</param>
/// <param name="Lower">Lower end of the 95 % interval of that share (Wilson).</param>
/// <param name="Upper">Upper end.</param>
/// <param name="MedianCost">Median over the rows of what the cheapest flip found costs, within the budget or not; null where for half of them none was found.</param>
public sealed record AttackScore(string Attack, string Taxonomy, int Rows, double Flipped, double Lower, double Upper, double? MedianCost);
