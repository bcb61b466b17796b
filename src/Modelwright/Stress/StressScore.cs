namespace Modelwright.Stress;

/// <summary>How good a model is under a strain, beside how good it is without.</summary>
/// <param name="Value">The main metric.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Lost">
/// What is lost of the model's lead over a constant answer, as a share: 0 is nothing, 1 is all of it, more is worse than no model.
/// Below 0 where the strain happened to help. NaN where the model has no lead.
/// </param>
/// <param name="LostLower">Lower end of the 95 % interval of that share, from the paired difference on the same rows.</param>
/// <param name="LostUpper">Upper end.</param>
public sealed record StressScore(double Value, double Lower, double Upper, double Lost, double LostLower, double LostUpper);
