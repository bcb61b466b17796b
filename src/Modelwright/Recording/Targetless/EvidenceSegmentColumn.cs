namespace Modelwright.Recording.Targetless;

/// <summary>What a column is like in a segment.</summary>
/// <param name="Column">The column.</param>
/// <param name="Segment">Its mean, or its most typical level with the share, in the segment.</param>
/// <param name="Whole">The same over all rows.</param>
/// <param name="Difference">How far they are apart, in standard deviations of the whole.</param>
public sealed record EvidenceSegmentColumn(string Column, string Segment, string Whole, double Difference);
