namespace Modelwright.Splits;

/// <summary>Which rows train and which test: positions, not copies.</summary>
/// <param name="Training">0-based rows to learn from, ascending.</param>
/// <param name="Test">0-based rows to score on, ascending; none of them trains.</param>
public sealed record Split(int[] Training, int[] Test);
