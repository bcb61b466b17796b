namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>One setting of k-means.</summary>
/// <param name="Clusters">Centres.</param>
/// <param name="Starts">First centres drawn, of which the best are kept.</param>
/// <param name="MaxIterations">Moves of a start at most.</param>
/// <param name="Swaps">Changes of the best start that are tried.</param>
/// <param name="FinalIterations">Moves over all rows after the starts over some.</param>
/// <param name="MaxRows">Different rows at most.</param>
internal sealed record KMeansChoice(int Clusters, int Starts, int MaxIterations, int Swaps, int FinalIterations, int MaxRows);
