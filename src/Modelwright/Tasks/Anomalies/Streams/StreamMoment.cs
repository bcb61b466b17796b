namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>One of the strangest readings of training. For the report alone: no package holds it.</summary>
/// <param name="Row">0-based row.</param>
/// <param name="Time">When, as it is written; empty where the row has no time.</param>
/// <param name="Series">The name of its series; empty where there is none.</param>
/// <param name="Score">How strange it is.</param>
/// <param name="IsAnomaly">Whether it is called an anomaly.</param>
/// <param name="Because">Which column made it so, and how.</param>
internal sealed record StreamMoment(int Row, string Time, string Series, double Score, bool IsAnomaly, string Because);
