using Modelwright.Measures.Segments;

namespace Modelwright.Tests.Measures.Segments;

public sealed class SegmentBoundariesTests
{
    [Fact]
    public void Of_ApartSegments_ArePartedByNothing()
    {
        var set = ShapedPoints.Blobs(3, 100, 2, 30, seed: 1);
        var boundaries = Of(set.Points, set.Labels, 3);
        Assert.Equal(0, boundaries.MeanParted);
        Assert.All(boundaries.Depth, depth => Assert.InRange(depth, 0.95, 1));
        Assert.All(boundaries.Narrowness, narrowness => Assert.Equal(1, narrowness));
    }

    [Fact]
    public void Of_Rings_SupportsRingsAndNotSlices()
    {
        var set = ShapedPoints.Rings(3, 300, seed: 2);
        int[] slices = [.. Enumerable.Range(0, set.Points.Rows).Select(row => (int)((Math.Atan2(set.Points.Row(row)[1], set.Points.Row(row)[0]) + Math.PI) / (2.001 * Math.PI) * 3))];
        var (rings, cut) = (Of(set.Points, set.Labels, 3), Of(set.Points, slices, 3));
        Assert.True(rings.MeanParted < cut.MeanParted);
        Assert.InRange(rings.MeanSupport, 0.7, 1);
        Assert.InRange(cut.MeanSupport, -0.5, 0.4);
        // The silhouette, which looks for round segments, says the opposite.
        Assert.True(SegmentIndexes.Silhouette(set.Points, slices, 0, TestContext.Current.CancellationToken) > SegmentIndexes.Silhouette(set.Points, set.Labels, 0, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Of_HalvesOfEvenPoints_HaveNoSupport(int columns)
    {
        var set = ShapedPoints.Even(500, columns, seed: 3);
        int[] halves = [.. Enumerable.Range(0, 500).Select(row => set.Points.Row(row)[0] < 0.5 ? 0 : 1)];
        Assert.InRange(Of(set.Points, halves, 2).MeanSupport, -0.5, 0.3);
    }

    [Fact]
    public void Of_AnyThreads_IsTheSame()
    {
        var set = ShapedPoints.Blobs(4, 80, 3, 5, seed: 4);
        var one = SegmentBoundaries.Of(NearGraph.Of(set.Points, 1, CancellationToken.None), set.Labels, 4);
        var four = SegmentBoundaries.Of(NearGraph.Of(set.Points, 4, CancellationToken.None), set.Labels, 4);
        Assert.Equal(one.Parted, four.Parted);
        Assert.Equal(one.Depth, four.Depth);
        Assert.Equal(one.Narrowness, four.Narrowness);
    }

    [Fact]
    public void Of_EqualRows_IsFinite()
    {
        var boundaries = Of(new([0, 0, 0, 0, 0, 0, 0, 0], 1), [0, 0, 0, 1, 1, 1, 0, 1], 2);
        Assert.All([.. boundaries.Parted, .. boundaries.Depth, .. boundaries.Narrowness], value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Graph_OneRow_HasNoNeighbors()
    {
        var graph = NearGraph.Of(new([1, 2], 2), 1, CancellationToken.None);
        Assert.Empty(graph.Neighbors);
        Assert.Empty(graph.Tree);
        Assert.Equal(1, graph.Dimension);
    }

    [Fact]
    public void Graph_PointsOnALine_HasItsStepsAndOneDirection()
    {
        var graph = NearGraph.Of(new([.. Enumerable.Range(0, 200).SelectMany(row => new[] { Math.Pow(row, 1.5), 0.0, 0.0 })], 3), 1, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 199).Select(row => (row, row + 1)), graph.Tree.Select(link => (Math.Min(link.From, link.To), Math.Max(link.From, link.To))).Order());
        Assert.InRange(graph.Dimension, 1, 1.4);
    }

    [Fact]
    public void Graph_PointsInACube_HasItsDirections() =>
        Assert.InRange(NearGraph.Of(ShapedPoints.Even(2_000, 3, seed: 5).Points, 2, CancellationToken.None).Dimension, 2.4, 3);

    [Fact]
    public void Graph_Cancelled_Ends() =>
        Assert.ThrowsAny<OperationCanceledException>(() => NearGraph.Of(ShapedPoints.Even(50, 2, seed: 6).Points, 1, new(canceled: true)));

    private static SegmentBoundaries Of(PointMatrix points, int[] labels, int segments) =>
        SegmentBoundaries.Of(NearGraph.Of(points, 1, CancellationToken.None), labels, segments);
}
