namespace Modelwright.Core.Learning;

/// <summary>What a fit is expected to cost.</summary>
/// <param name="Seconds">Wall-clock seconds on one thread of a common server core; right to a factor of 3.</param>
/// <param name="Bytes">Peak memory beyond the input.</param>
public sealed record FitCost(double Seconds, long Bytes);
