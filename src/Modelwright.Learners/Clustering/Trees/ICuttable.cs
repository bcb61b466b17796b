namespace Modelwright.Learners.Clustering.Trees;

/// <summary>A hierarchy of clusters that can be cut into any number of them.</summary>
internal interface ICuttable
{
    /// <summary>Cuts it.</summary>
    /// <param name="clusters">The number wanted; 0 where the hierarchy finds it.</param>
    /// <returns>So many clusters, or as many as there can be.</returns>
    ClusterCut Cut(int clusters);
}
