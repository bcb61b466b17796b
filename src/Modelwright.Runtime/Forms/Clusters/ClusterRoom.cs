namespace Modelwright.Runtime.Forms.Clusters;

/// <summary>Whether there is room for the answers of rows.</summary>
internal static class ClusterRoom
{
    internal static void Check(int rows, ReadOnlySpan<int> clusters, ReadOnlySpan<double> distances, ReadOnlySpan<double> doubts)
    {
        if (clusters.Length != rows || distances.Length != rows || doubts.Length != rows)
        {
            throw new ArgumentException($"There is room for {clusters.Length} clusters, {distances.Length} distances and {doubts.Length} doubts of {rows} rows. Give room for one of each a row.", nameof(clusters));
        }
    }
}
