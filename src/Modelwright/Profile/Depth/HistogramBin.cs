namespace Modelwright.Profile.Depth;

/// <summary>How many rows have values within bounds.</summary>
/// <param name="From">The lower bound, included: a number or a point in time (ISO 8601).</param>
/// <param name="To">The upper bound; included in the last bin alone.</param>
/// <param name="Count">Rows of those looked at.</param>
public sealed record HistogramBin(string From, string To, int Count);
