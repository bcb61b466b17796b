namespace Modelwright.Recording.Answering;

/// <summary>Rows of like probability.</summary>
/// <param name="From">The smallest probability in it.</param>
/// <param name="To">The largest.</param>
/// <param name="Predicted">The mean probability.</param>
/// <param name="Observed">The share that came true.</param>
/// <param name="Lower">Lower end of the 95 % interval of <paramref name="Observed"/>.</param>
/// <param name="Upper">Upper end of it.</param>
/// <param name="Rows">Number of rows.</param>
public sealed record EvidenceReliabilityBin(double From, double To, double Predicted, double Observed, double Lower, double Upper, int Rows);
