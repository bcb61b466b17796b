namespace Modelwright.Recording;

/// <summary>A score with so many training rows.</summary>
/// <param name="Rows">Training rows of a split, on average.</param>
/// <param name="Score">The score out of fold.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of it.</param>
public sealed record EvidenceLearningPoint(int Rows, double Score, double StandardError, double Lower, double Upper);
