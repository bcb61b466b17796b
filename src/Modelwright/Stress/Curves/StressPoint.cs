namespace Modelwright.Stress.Curves;

/// <summary>A model at one severity of a perturbation.</summary>
/// <param name="Severity">From 0, nothing, to 1.</param>
/// <param name="Score">How good it is; null where the rows were refused.</param>
/// <param name="Refusal">Why the rows were refused, in the words a person would read; null where they were answered.</param>
public sealed record StressPoint(double Severity, StressScore? Score, string? Refusal);
