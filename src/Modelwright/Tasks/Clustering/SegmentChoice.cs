namespace Modelwright.Tasks.Clustering;

/// <summary>Which segments were chosen, and why.</summary>
/// <param name="Clusters">Number of segments; 1 where the rows have none.</param>
/// <param name="Method">The position of the method among those asked; null where the rows have no segments.</param>
/// <param name="Reason">Why, in a sentence or two.</param>
/// <param name="Candidates">All that was tried, best first.</param>
/// <param name="Rows">Rows that were looked at.</param>
/// <param name="IsComplete">False where the deadline came before everything was tried.</param>
internal sealed record SegmentChoice(int Clusters, int? Method, string Reason, IReadOnlyList<SegmentCandidate> Candidates, int Rows, bool IsComplete)
{
    /// <summary>The chosen candidate; null where the rows have no segments.</summary>
    public SegmentCandidate? Chosen => Candidates.FirstOrDefault(candidate => candidate.IsChosen);
}
