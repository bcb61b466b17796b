namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>Which columns of a table say when and of what a row is.</summary>
/// <param name="Time">The column of the time, of type time; null where rows stand in order of time and no times are known.</param>
/// <param name="Series">The column that tells series apart, of any type; rows without a value make a series of their own. Null where all rows are one series.</param>
public sealed record StreamColumns(string? Time, string? Series);
