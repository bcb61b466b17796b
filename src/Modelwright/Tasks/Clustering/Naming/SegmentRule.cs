namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>A rule that tells a segment.</summary>
/// <param name="Conditions">All must hold.</param>
/// <param name="Precision">Share of the rows it holds for that are of the segment, 0 to 1.</param>
/// <param name="Coverage">Share of the rows of the segment it holds for, 0 to 1.</param>
internal sealed record SegmentRule(IReadOnlyList<SegmentCondition> Conditions, double Precision, double Coverage)
{
    /// <summary>The rule in words.</summary>
    public string Text => Conditions.Count == 0 ? "any row" : string.Join(" and ", Conditions.Select(condition => condition.Text));
}
