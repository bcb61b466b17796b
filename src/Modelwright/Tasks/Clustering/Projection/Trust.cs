using Modelwright.Measures.Segments;

namespace Modelwright.Tasks.Clustering.Projection;

/// <summary>How far near places of a map are near rows.</summary>
/// <remarks>Source: Venna and Kaski 2001, "Neighborhood preservation in nonlinear projection methods": trustworthiness.</remarks>
internal static class Trust
{
    private const int MostNeighbors = 10;

    /// <summary>1 where the neighbours on the map are those of the rows; about a half for a map by chance.</summary>
    public static double Of(PointMatrix points, double[] places, CancellationToken cancellation)
    {
        var neighbors = Math.Min(MostNeighbors, (points.Rows - 1) / 2);
        if (neighbors < 1)
        {
            return 1;
        }

        var map = new PointMatrix(places, 2);
        var (excess, ranks) = (0.0, new int[points.Rows]);
        for (var row = 0; row < points.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var near = Ordered(points, row);
            for (var place = 0; place < near.Length; place++)
            {
                ranks[near[place]] = place + 1;
            }

            foreach (var other in Ordered(map, row).AsSpan(0, neighbors))
            {
                excess += Math.Max(0, ranks[other] - neighbors);
            }
        }

        return 1 - (2 * excess / ((double)points.Rows * neighbors * ((2 * points.Rows) - (3 * neighbors) - 1)));
    }

    private static int[] Ordered(PointMatrix points, int row)
    {
        int[] others = [.. Enumerable.Range(0, points.Rows).Where(other => other != row)];
        double[] distances = [.. others.Select(other => points.SquaredDistance(row, other))];
        Array.Sort(distances, others);
        return others;
    }
}
