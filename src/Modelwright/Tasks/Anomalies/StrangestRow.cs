namespace Modelwright.Tasks.Anomalies;

/// <summary>One of the strangest rows of training. For the report alone: no package holds it.</summary>
/// <param name="Row">0-based row.</param>
/// <param name="Score">How strange it is.</param>
/// <param name="IsAnomaly">Whether it is called an anomaly.</param>
/// <param name="Because">Which columns made it so.</param>
internal sealed record StrangestRow(int Row, double Score, bool IsAnomaly, string Because);
