using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;
using Modelwright.Runtime.Forms.Clusters;

namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>Makes the form of centres: the largest cluster first, and none of fewer rows than may stand alone.</summary>
internal static class CenterForm
{
    /// <summary>The form; one that has too few rows gives its rows to the nearest other centre.</summary>
    public static PointClustersForm Of(ClusterPoints points, CenterSet centers)
    {
        var assignment = new CenterAssignment(points, new(points.Places, points.Count, points.Axes));
        var (places, count) = (centers.Places, centers.Count);
        while (true)
        {
            assignment.Assign(places, count);
            var (masses, sums, rows) = Sums(points, assignment, count);
            var fewest = Array.IndexOf(rows, rows.Min());
            if (rows[fewest] < ClusterCut.FewestRows && count > 1)
            {
                places = [.. places[..(fewest * points.Axes)], .. places[((fewest + 1) * points.Axes)..]];
                count--;
                continue;
            }

            int[] order = [.. Enumerable.Range(0, count).OrderByDescending(center => masses[center])];
            return new(new(
                points.Space,
                [.. order.SelectMany(center => places[(center * points.Axes)..((center + 1) * points.Axes)])],
                [.. order.Select(_ => 1)],
                ClusterSpreads.Of([.. order.Select(center => sums[center])], [.. order.Select(center => masses[center])])));
        }
    }

    private static (double[] Masses, double[] Sums, int[] Rows) Sums(ClusterPoints points, CenterAssignment assignment, int count)
    {
        var (masses, sums, rows) = (new double[count], new double[count], new int[count]);
        for (var point = 0; point < points.Count; point++)
        {
            var label = assignment.Label(point);
            masses[label] += points.Masses[point];
            sums[label] += points.Masses[point] * assignment.Near[point];
            rows[label] += points.Rows[point];
        }

        return (masses, sums, rows);
    }
}
