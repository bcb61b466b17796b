namespace Modelwright.Runtime.Forms.Clusters;

/// <summary>What is nearest to a row.</summary>
/// <param name="Cluster">The cluster of the nearest point.</param>
/// <param name="Point">That point.</param>
/// <param name="Squared">The square of its distance.</param>
/// <param name="SecondSquared">The square of the distance to the nearest point of another cluster; infinity where there is none.</param>
internal readonly record struct NearestCluster(int Cluster, int Point, double Squared, double SecondSquared);
