namespace Modelwright.Recording.Targetless;

/// <summary>One way to part the rows that was tried.</summary>
/// <param name="Method">The method with its setting.</param>
/// <param name="Segments">Number of segments.</param>
/// <param name="Parted">Mean share of near neighbours that lie in other segments, 0 to 1; lower is better, for equal numbers.</param>
/// <param name="Support">How real the boundaries are, on average; a cut through an even cloud has about 0.</param>
/// <param name="Score">What numbers of segments are compared by; 0 is that of no segments.</param>
/// <param name="IsChosen">Whether it is the one.</param>
public sealed record EvidenceSegmentation(string Method, int Segments, double Parted, double Support, double Score, bool IsChosen)
{
    /// <summary>How far methods of other kinds see the same segments, 0 to 1 (adjusted Rand index); absent in evidence of earlier releases.</summary>
    public double? Agreement { get; init; }

    /// <summary>Mean silhouette; absent where it was no finalist.</summary>
    public double? Silhouette { get; init; }

    /// <summary>Calinski-Harabasz index; absent where it was no finalist.</summary>
    public double? CalinskiHarabasz { get; init; }

    /// <summary>Davies-Bouldin index, lower is better; absent where it was no finalist.</summary>
    public double? DaviesBouldin { get; init; }

    /// <summary>Mean agreement with refits on parts of the rows (adjusted Rand index); absent where it was not measured.</summary>
    public double? Stability { get; init; }
}
