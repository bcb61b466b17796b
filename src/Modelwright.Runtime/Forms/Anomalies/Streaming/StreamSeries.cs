namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>The rows of one series in a table.</summary>
/// <param name="Name">What stands in the column that tells series apart; null for rows without a value, and where there is no such column.</param>
/// <param name="Rows">0-based rows of the table in order of time.</param>
public sealed record StreamSeries(string? Name, IReadOnlyList<int> Rows);
