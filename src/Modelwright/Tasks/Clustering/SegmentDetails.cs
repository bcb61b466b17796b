namespace Modelwright.Tasks.Clustering;

/// <summary>What a report shows of segments beside the evidence. No package holds it.</summary>
internal sealed record SegmentDetails;
