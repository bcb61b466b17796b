namespace Modelwright.Monitoring;

/// <summary>How good the model is on a window, by one metric.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="IsEstimated">True where it is estimated without labels, false where it was measured with them.</param>
/// <param name="Value">The value.</param>
/// <param name="Lower">Lower end of the 95 % interval; of an estimate with the estimator's own error, where that is known.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Rows">Rows behind it.</param>
/// <param name="Reference">The same on the reference, by the same way; null where it is not known.</param>
/// <param name="WorseBy">How much worse it is than the reference, as a share of that; below 0 where it is better. Null where the reference is not known.</param>
/// <param name="Chance">How likely honest rows look as bad; null where that cannot be told.</param>
/// <param name="IsWorse">Whether it is worse beyond chance and by as much as matters.</param>
public sealed record WindowFigure(string Metric, bool IsEstimated, double Value, double Lower, double Upper, int Rows, double? Reference, double? WorseBy, double? Chance, bool IsWorse);
