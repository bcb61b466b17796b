namespace Modelwright.Nab.Scoring;

/// <summary>What the detections of one series are worth at one threshold.</summary>
/// <param name="Score">The sum of its windows and false alarms, before it is brought to 0 to 100.</param>
/// <param name="TruePositives">Rows in windows that were detected.</param>
/// <param name="TrueNegatives">Rows outside that were not.</param>
/// <param name="FalsePositives">Rows outside that were.</param>
/// <param name="FalseNegatives">Rows in windows that were not.</param>
/// <param name="WindowsFound">Windows with a detection.</param>
internal sealed record NabScore(double Score, int TruePositives, int TrueNegatives, int FalsePositives, int FalseNegatives, int WindowsFound);
