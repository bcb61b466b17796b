namespace Modelwright.Measures.Reliability;

/// <summary>Rows of like probability: how probable the model said, and how often it came true.</summary>
/// <param name="From">The smallest probability in it.</param>
/// <param name="To">The largest probability in it.</param>
/// <param name="Predicted">The weighted mean probability, from 0 to 1.</param>
/// <param name="Observed">The weighted share that came true, from 0 to 1.</param>
/// <param name="Lower">Lower end of the 95 % interval of <paramref name="Observed"/> (Wilson).</param>
/// <param name="Upper">Upper end of it.</param>
/// <param name="Rows">Rows of a weight above 0.</param>
public sealed record ReliabilityBin(double From, double To, double Predicted, double Observed, double Lower, double Upper, int Rows);
