namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>How neighbours are made into an answer.</summary>
/// <param name="Neighbors">Rows whose answers count, 1 or more. A point stands for as many rows as its mass says: the nearest points are taken until they stand for so many, and at most so many points.</param>
/// <param name="Vote">How much each of them counts.</param>
public sealed record NeighborSettings(int Neighbors, NeighborVote Vote);
