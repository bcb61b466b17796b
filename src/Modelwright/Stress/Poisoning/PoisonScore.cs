namespace Modelwright.Stress.Poisoning;

/// <summary>What a model is worth that was fitted on poisoned rows.</summary>
/// <param name="Poison">What was done: 'label_flips', 'targeted_flips', 'copied_rows'.</param>
/// <param name="Share">The share of the training rows that was asked for.</param>
/// <param name="Rows">Rows that were changed or added.</param>
/// <param name="Score">The model beside the one fitted on the same rows without poison; null where the fit refused the rows.</param>
/// <param name="Refusal">Why it refused them; null where it did not.</param>
public sealed record PoisonScore(string Poison, double Share, int Rows, StressScore? Score, string? Refusal);
