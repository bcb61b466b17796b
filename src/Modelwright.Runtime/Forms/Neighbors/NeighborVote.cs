namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>How much each neighbour counts.</summary>
public enum NeighborVote
{
    /// <summary>By the inverse of its distance; where some are at distance 0, they alone count.</summary>
    Distance,

    /// <summary>All the same.</summary>
    Uniform,
}
