namespace Modelwright.Tasks.Clustering;

/// <summary>Segments that one method made, and what tells for them.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Setting">Its setting in words.</param>
/// <param name="Clusters">Number of segments, without noise.</param>
/// <param name="Parted">The mean over segments of the share of near neighbours that lie in other segments, 0 to 1; lower is better, for equal numbers.</param>
/// <param name="Support">How real the boundaries are, the mean over segments, -0.5 to 1: thin points along them, and narrow against a cut through a segment.</param>
/// <param name="Score">Support times agreement above 0.25, by how many segments of one size there would be: what numbers of segments are compared by; 0 is that of no segments.</param>
/// <param name="Noise">Share of the rows that belong to no segment; they count as rows of the nearest.</param>
internal sealed record SegmentCandidate(string Method, string Setting, int Clusters, double Parted, double Support, double Score, double Noise)
{
    /// <summary>How far other learners see the same segments, 0 to 1 (adjusted Rand index); 0.625 where there is no other.</summary>
    public double Agreement { get; init; }

    /// <summary>1 for the best of all candidates, by what the question compares.</summary>
    public int Rank { get; init; }

    /// <summary>Mean silhouette; null where it was no finalist.</summary>
    public double? Silhouette { get; init; }

    /// <summary>Calinski-Harabasz index; null where it was no finalist.</summary>
    public double? CalinskiHarabasz { get; init; }

    /// <summary>Davies-Bouldin index, lower is better; null where it was no finalist.</summary>
    public double? DaviesBouldin { get; init; }

    /// <summary>How well its segments come back on parts of the rows; null where it was no finalist or time was up.</summary>
    public SegmentStability? Stability { get; init; }

    /// <summary>Whether it is the one.</summary>
    public bool IsChosen { get; init; }

    /// <summary>Name and setting.</summary>
    public string Title => Setting.Length == 0 ? Method : $"{Method} ({Setting})";
}
