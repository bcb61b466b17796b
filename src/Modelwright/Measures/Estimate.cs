namespace Modelwright.Measures;

/// <summary>A score and how sure it is.</summary>
/// <param name="Value">The score on these rows; NaN where it is not defined, such as ROC AUC with one class.</param>
/// <param name="StandardError">How far scores on other rows of the same kind spread; NaN where it cannot be told (fewer than two rows or groups).</param>
/// <param name="Lower">Lower end of the 95 % interval; the metric's minimum where it cannot be told.</param>
/// <param name="Upper">Upper end of the 95 % interval; the metric's maximum where it cannot be told.</param>
/// <param name="Rows">Rows of a weight above 0.</param>
public sealed record Estimate(double Value, double StandardError, double Lower, double Upper, int Rows);
