using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Runtime.Forms.Clusters;

/// <summary>Clusters held as points: one for a round cluster, many for one of any shape. A row belongs to the cluster of its nearest point.</summary>
/// <param name="Space">Where rows and points stand.</param>
/// <param name="Points">Points x inputs, point by point, those of the first cluster first.</param>
/// <param name="Counts">One a cluster: its points, 1 or more.</param>
/// <param name="Spreads">One a cluster, above 0: the distance from a row to its nearest point that counts as 1.</param>
public sealed record PointClusters(KernelSpace Space, double[] Points, int[] Counts, double[] Spreads)
{
    /// <summary>One a point, 0 or more: beyond this distance a row belongs to no cluster. Empty where every row belongs to one.</summary>
    public double[] Reaches { get; init; } = [];
}
