using Modelwright.Measures.Segments;
using Modelwright.Tasks.Clustering.Projection;
using Modelwright.Tests.Measures.Segments;

namespace Modelwright.Tests.Tasks.Clustering.Projection;

public sealed class SegmentMapTests
{
    [Fact]
    public void Of_TwoColumns_IsTheirPlaneAndTrusted()
    {
        var map = Of(ShapedPoints.Blobs(3, 50, 2, 8, seed: 1).Points);
        Assert.Equal("pca", map.Method);
        Assert.Equal(1, map.Trustworthiness, 1e-6);
    }

    [Fact]
    public void Of_SegmentsInManyDirections_IsAMapThatKeepsThemApart()
    {
        var set = ShapedPoints.Blobs(8, 30, 8, 9, seed: 2);
        var map = Of(set.Points);
        Assert.Equal("neighbor_map", map.Method);
        Assert.True(map.Trustworthiness > map.OfPlane + 0.01);
        Assert.InRange(SegmentIndexes.Silhouette(new(map.Places, 2), set.Labels, 0, TestContext.Current.CancellationToken), 0.5, 1);
    }

    [Fact]
    public void Of_SameSeed_IsTheSame()
    {
        var points = ShapedPoints.Blobs(4, 30, 5, 6, seed: 3).Points;
        Assert.Equal(Of(points).Places, Of(points).Places);
    }

    [Fact]
    public void Of_ManyRows_DrawsSome()
    {
        var map = Of(ShapedPoints.Even(2_300, 2, seed: 4).Points);
        Assert.Equal((SegmentMap.MostRows, 2 * SegmentMap.MostRows), (map.Rows.Length, map.Places.Length));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(30, 3)]
    [InlineData(3, 1)]
    public void Of_EqualRows_IsFinite(int rows, int columns) =>
        Assert.All(Of(new(new double[rows * columns], columns)).Places, place => Assert.True(double.IsFinite(place)));

    [Fact]
    public void Trust_OfPlacesByChance_IsAboutAHalf()
    {
        var (points, chance) = (ShapedPoints.Even(300, 2, seed: 5).Points, ShapedPoints.Even(300, 2, seed: 6).Points);
        var places = Enumerable.Range(0, 300).SelectMany(row => chance.Row(row).ToArray()).ToArray();
        Assert.InRange(Trust.Of(points, places, TestContext.Current.CancellationToken), 0.4, 0.6);
    }

    private static SegmentMap Of(PointMatrix points) => SegmentMap.Of(points, 7, TestContext.Current.CancellationToken);
}
