namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>A column of a segment against the whole.</summary>
/// <param name="Column">The column.</param>
/// <param name="Level">The level that differs most, for categories; null for numbers and times.</param>
/// <param name="Inside">Mean of the segment, or share of the level in it; NaN where all values are missing. Times in ticks.</param>
/// <param name="Overall">The same of all rows.</param>
/// <param name="Median">Median of the segment; NaN for categories.</param>
/// <param name="Difference">Inside less overall in standard deviations of all rows; 0 where there is no spread.</param>
/// <param name="Text">The trait in words, such as "high age", "payment card" or "signup 2023-01 to 2023-04".</param>
internal sealed record SegmentTrait(string Column, string? Level, double Inside, double Overall, double Median, double Difference, string Text)
{
    /// <summary>Whether the column holds times.</summary>
    public bool IsTime { get; init; }
}
