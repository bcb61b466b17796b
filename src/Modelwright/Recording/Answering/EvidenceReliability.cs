namespace Modelwright.Recording.Answering;

/// <summary>Whether probabilities come true as often as they say: the points of a picture, and the errors.</summary>
/// <param name="Bins">Rows of like probability, from the least to the most probable.</param>
/// <param name="Expected">The mean distance between said and observed; above 0 by chance alone.</param>
/// <param name="Debiased">The root of the mean squared distance with what chance adds taken off.</param>
/// <param name="Lower">Lower end of the 95 % interval of <paramref name="Debiased"/>.</param>
/// <param name="Upper">Upper end of it.</param>
/// <param name="Rows">Number of rows.</param>
public sealed record EvidenceReliability(IReadOnlyList<EvidenceReliabilityBin> Bins, double Expected, double Debiased, double Lower, double Upper, int Rows);
