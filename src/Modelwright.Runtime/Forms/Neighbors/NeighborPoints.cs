namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>The points that rows are compared with.</summary>
/// <param name="Space">Where rows and points stand.</param>
/// <param name="Values">Points x inputs, point by point, as <see cref="NeighborSpace.Place(Core.Data.Table)"/> gave them.</param>
/// <param name="Count">Number of points; 1 or more.</param>
public sealed record NeighborPoints(NeighborSpace Space, float[] Values, int Count)
{
    /// <summary>Trees that say where to look; null means that every point is looked at, and the answer is exact.</summary>
    public PointForest? Forest { get; init; }

    /// <summary>Points that a row is compared with at the least, where there are trees; more find more of the true neighbours.</summary>
    public int Candidates { get; init; } = 1000;
}
