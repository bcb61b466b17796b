namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>Where a reading stands in time: its place in the day and in the week, and how long after the last it came.</summary>
/// <param name="Day">Place in the day, 0 to 1.</param>
/// <param name="Week">Place in the week, 0 to 1.</param>
/// <param name="ReadingsADay">Readings a day at the usual pace; 0 where no two different times are known yet.</param>
/// <param name="Gap">Time since the last reading in usual intervals, 1 where it is not known.</param>
internal readonly record struct StreamTime(double Day, double Week, double ReadingsADay, double Gap);
