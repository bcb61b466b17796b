namespace Modelwright.Stress.Curves;

/// <summary>How a model fares as one thing goes more and more wrong.</summary>
/// <param name="Perturbation">Name of the perturbation.</param>
/// <param name="Column">The column that goes wrong; null where all do that can.</param>
/// <param name="IsWorstPlace">Whether the cells are those where it hurts most; else they are drawn at random.</param>
/// <param name="Points">By rising severity; the first is 0.</param>
public sealed record StressCurve(string Perturbation, string? Column, bool IsWorstPlace, IReadOnlyList<StressPoint> Points);
