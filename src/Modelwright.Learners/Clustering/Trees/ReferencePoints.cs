using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;
using Modelwright.Runtime.Forms.Clusters;

namespace Modelwright.Learners.Clustering.Trees;

/// <summary>Makes the form of clusters of any shape: the means of small groups of their rows.</summary>
internal static class ReferencePoints
{
    /// <summary>Points of a form at most, and the numbers they may take together.</summary>
    private const int MostPoints = 6000;
    private const int MostValues = 4_000_000;

    /// <summary>The form.</summary>
    public static PointClustersForm Form(ClusterPoints points, ClusterCut cut, FitContext context)
    {
        var rows = points.Rows.Sum(count => (long)count);
        var most = Math.Clamp(MostValues / Math.Max(1, points.Axes), 1, MostPoints);
        var fewest = (int)Math.Max(ClusterCut.FewestRows, (rows + most - 1) / most);
        var groups = ReferenceGroups.Of(points, cut, fewest);
        int[] counts = [.. groups.Select(some => some.Count)];
        var places = Means(points, [.. groups.SelectMany(some => some)]);
        int[] clusterOf = [.. counts.SelectMany((count, cluster) => Enumerable.Repeat(cluster, count))];
        var nearest = NearestReferences.Of(points, places, context);
        var spreads = Spreads(points, cut, clusterOf, nearest);
        return new(new(points.Space, places, counts, spreads)
        {
            Reaches = cut.HasNoise ? NoiseReach.Of(cut, clusterOf, nearest) : [],
        });
    }

    private static double[] Means(ClusterPoints points, List<int[]> groups)
    {
        var places = new double[groups.Count * points.Axes];
        for (var group = 0; group < groups.Count; group++)
        {
            var mean = places.AsSpan(group * points.Axes, points.Axes);
            var mass = 0.0;
            foreach (var point in groups[group])
            {
                mass += points.Masses[point];
                var share = points.Masses[point] / mass;
                var place = points.Place(point);
                for (var axis = 0; axis < mean.Length; axis++)
                {
                    mean[axis] += share * (place[axis] - mean[axis]);
                }
            }
        }

        return places;
    }

    /// <summary>Root mean squared distances from points to the nearest mean of their own cluster.</summary>
    private static double[] Spreads(ClusterPoints points, ClusterCut cut, int[] clusterOf, NearestReferences nearest)
    {
        var (sums, masses) = (new double[cut.Clusters], new double[cut.Clusters]);
        for (var point = 0; point < points.Count; point++)
        {
            var cluster = clusterOf[nearest.References[point]];
            if (cluster == cut.Labels[point])
            {
                sums[cluster] += points.Masses[point] * nearest.Squares[point];
                masses[cluster] += points.Masses[point];
            }
        }

        return ClusterSpreads.Of(sums, masses);
    }
}
