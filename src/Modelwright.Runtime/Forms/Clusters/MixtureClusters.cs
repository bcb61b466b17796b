using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Runtime.Forms.Clusters;

/// <summary>Clusters held as normal distributions. A row belongs to the one that most probably made it.</summary>
/// <param name="Space">Where rows stand.</param>
/// <param name="Logs">One a cluster: the logarithm of its share, less that of the root of its covariance's determinant.</param>
/// <param name="Means">Clusters x inputs.</param>
/// <param name="Factors">
/// Clusters x inputs x (inputs + 1) / 2: the lower triangle, row by row, of the inverse of the covariance's Cholesky factor; only its diagonal,
/// clusters x inputs, where <see cref="IsDiagonal"/>.
/// </param>
/// <param name="Spreads">One a cluster, above 0: the Mahalanobis distance that counts as 1.</param>
public sealed record MixtureClusters(KernelSpace Space, double[] Logs, double[] Means, double[] Factors, double[] Spreads)
{
    /// <summary>Whether the inputs are independent within a cluster.</summary>
    public bool IsDiagonal { get; init; }
}
