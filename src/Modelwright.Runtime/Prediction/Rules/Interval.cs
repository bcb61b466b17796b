namespace Modelwright.Runtime.Prediction.Rules;

/// <summary>The two ends of an interval, both in it.</summary>
/// <param name="Lower">The lower end, in the unit of the target.</param>
/// <param name="Upper">The upper end.</param>
public readonly record struct Interval(double Lower, double Upper);
