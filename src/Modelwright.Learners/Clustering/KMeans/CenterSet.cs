namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>Centres and how well they fit.</summary>
/// <param name="Places">Centres x axes.</param>
/// <param name="Count">Number of centres.</param>
/// <param name="Inertia">The sum of squared distances from points to their nearest centre, by masses.</param>
/// <param name="Iterations">Moves that were made.</param>
internal sealed record CenterSet(double[] Places, int Count, double Inertia, int Iterations)
{
    /// <summary>Whether the deadline came before the moves were over.</summary>
    public bool WasLate { get; init; }
}
