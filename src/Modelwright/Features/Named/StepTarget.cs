namespace Modelwright.Features.Named;

/// <summary>What a step is for: a column, or a pair of them as in 'income/debt'.</summary>
/// <param name="First">The column, or the first of the pair.</param>
/// <param name="Second">The second of the pair; null for a single column.</param>
internal sealed record StepTarget(string First, string? Second);
