namespace Modelwright.Runtime.Steps;

/// <summary>Two columns that a step takes together.</summary>
/// <param name="First">The first: latitude, the left of a difference, the number of a group.</param>
/// <param name="Second">The second: longitude, the right of a difference, the category of a group.</param>
public sealed record ColumnPair(string First, string Second);
