using Modelwright.Measures.Segments;
using Modelwright.Tasks.Clustering;

namespace Modelwright.Tests.Tasks.Clustering;

/// <summary>The simplest methods that make round segments and segments of any shape.</summary>
internal static class SimpleMethods
{
    /// <summary>k-means from the farthest rows.</summary>
    public static SegmentMethod Means(PointMatrix points, Action? called = null) => new("means", "", fit =>
    {
        called?.Invoke();
        return [.. fit.Clusters.Select(clusters => Means(points, fit, clusters))];
    });

    /// <summary>Single linkage: the longest links of the shortest tree are cut. Rows not fitted get the label of the nearest one that was.</summary>
    public static SegmentMethod Linkage(PointMatrix points) => new("linkage", "single", fit =>
    {
        var own = points.Take(fit.FitRows);
        var links = NearGraph.Of(own, 1, fit.Cancellation).Tree.OrderBy(link => link.Distance).ToArray();
        return [.. fit.Clusters.Select(clusters => Assign(points, own, Joined(own.Rows, links, clusters), fit.AssignRows))];
    });

    /// <summary>Always the same labels.</summary>
    public static SegmentMethod Fixed(string name, int[] labels, bool findsNumber = false) =>
        new(name, "", fit => [.. (fit.Clusters.Count == 0 ? [0] : fit.Clusters).Select(_ => fit.AssignRows.Select(row => labels[row]).ToArray())]) { FindsNumber = findsNumber };

    private static int[] Means(PointMatrix points, SegmentFit fit, int clusters)
    {
        var centres = new List<double[]> { SegmentMembers.CentreOf(points, fit.FitRows) };
        while (centres.Count <= clusters)
        {
            centres.Add(points.Row(fit.FitRows.MaxBy(row => centres.Skip(Math.Min(1, centres.Count - 1)).Min(centre => PointMatrix.SquaredDistance(points.Row(row), centre)))).ToArray());
        }

        centres.RemoveAt(0);
        for (var turn = 0; turn < 20; turn++)
        {
            var groups = fit.FitRows.ToLookup(row => Nearest(points.Row(row), centres));
            centres = [.. centres.Select((centre, place) => groups[place].Any() ? SegmentMembers.CentreOf(points, groups[place].ToArray()) : centre)];
        }

        return [.. fit.AssignRows.Select(row => Nearest(points.Row(row), centres))];
    }

    private static int[] Joined(int rows, TreeLink[] links, int clusters)
    {
        var labels = Enumerable.Range(0, rows).ToArray();
        foreach (var link in links.SkipLast(clusters - 1))
        {
            var (from, to) = (labels[link.From], labels[link.To]);
            labels = Array.ConvertAll(labels, label => label == from ? to : label);
        }

        return labels;
    }

    private static int[] Assign(PointMatrix points, PointMatrix own, int[] labels, int[] rows) =>
        [.. rows.Select(row => labels[Enumerable.Range(0, own.Rows).MinBy(other => PointMatrix.SquaredDistance(own.Row(other), points.Row(row)))])];

    private static int Nearest(ReadOnlySpan<double> place, List<double[]> centres)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var centre = 0; centre < centres.Count; centre++)
        {
            if (PointMatrix.SquaredDistance(place, centres[centre]) is var distance && distance < least)
            {
                (nearest, least) = (centre, distance);
            }
        }

        return nearest;
    }
}
