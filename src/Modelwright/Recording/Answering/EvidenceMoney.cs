namespace Modelwright.Recording.Answering;

/// <summary>An amount in the unit of the costs that a person gave.</summary>
/// <param name="Value">The amount.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of it.</param>
public sealed record EvidenceMoney(double Value, double StandardError, double Lower, double Upper);
