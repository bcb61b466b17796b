namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>One segment as a person reads it.</summary>
/// <param name="Segment">0-based segment.</param>
/// <param name="Name">A short name that no other segment has.</param>
/// <param name="Rows">Rows of it.</param>
/// <param name="Share">Their share of all rows.</param>
/// <param name="Rules">Rules that tell it, the widest first; none where the tree never says it.</param>
/// <param name="Traits">Its columns against the whole, the most telling first.</param>
/// <param name="Typical">Rows nearest the centre, nearest first; 0-based.</param>
/// <param name="Borderline">Rows of the highest doubt, highest first; 0-based.</param>
internal sealed record SegmentPortrait(int Segment, string Name, int Rows, double Share, IReadOnlyList<SegmentRule> Rules, IReadOnlyList<SegmentTrait> Traits, IReadOnlyList<int> Typical, IReadOnlyList<int> Borderline);
