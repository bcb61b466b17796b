using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Measures.Segments;

namespace Modelwright.Tests.Measures.Segments;

public sealed class SegmentIndexesTests
{
    // Other units must not round: then law and reckoning part.
    private static readonly Gen<double> Eighths = Gen.Int[-40, 40].Select(value => value / 8.0);

    private static readonly Gen<(double[] Values, int[] Labels)> Sets = Gen.Select(Eighths, Eighths, Gen.Int[-1, 3]).Array[6, 40]
        .Select(rows => (rows.SelectMany(row => new[] { row.Item1, row.Item2 }).ToArray(), rows.Select(row => row.Item3).ToArray()));

    // The points and values of scikit-learn's tests of calinski_harabasz_score and davies_bouldin_score.
    private static PointMatrix Squares => new(
    [
        .. Repeated(5, 0, 0, 1, 1),
        .. Repeated(5, 3, 3, 4, 4),
        .. Repeated(5, 0, 4, 1, 3),
        .. Repeated(5, 3, 1, 4, 0),
    ], 2);

    private static int[] Quarters => [.. Enumerable.Range(0, 40).Select(row => row / 10)];

    [Fact]
    public void CalinskiHarabasz_Squares_GivesItsReference() => Assert.Equal(108, SegmentIndexes.CalinskiHarabasz(Squares, Quarters), 1e-9);

    [Fact]
    public void DaviesBouldin_Squares_GivesItsReference() => Assert.Equal(2 * Math.Sqrt(0.5) / 3, SegmentIndexes.DaviesBouldin(Squares, Quarters), 1e-9);

    [Fact]
    public void Silhouette_FourNumbers_IsByHand()
    {
        // 0: own 1, next 11; 1: own 1, next 10; 10: own 2, next 9.5; 12: own 2, next 11.5.
        var expected = ((10.0 / 11) + (9.0 / 10) + (7.5 / 9.5) + (9.5 / 11.5)) / 4;
        Assert.Equal(expected, Silhouette(new([0, 1, 10, 12], 1), [0, 0, 1, 1], 0), 1e-12);
    }

    [Fact]
    public void Silhouette_AloneInASegment_CountsZero() =>
        Assert.Equal(((4.0 / 5) + (3.0 / 4)) / 3, Silhouette(new([0, 1, 5], 1), [3, 3, 9], 0), 1e-12);

    [Fact]
    public void Silhouette_ManyRows_IsNearThatOfAll()
    {
        var many = ShapedPoints.Blobs(3, 1_000, 2, 6, seed: 1);
        var drawn = Silhouette(many.Points, many.Labels, 1);
        var other = Silhouette(many.Points, many.Labels, 2);
        Assert.NotEqual(drawn, other);
        Assert.Equal(drawn, other, 0.03);
        Assert.Equal(drawn, Silhouette(many.Points, many.Labels, 1));
    }

    [Fact]
    public void All_AnySet_StayInTheirRange_AndDoNotMindNamesAndUnits() => Sets.Sample(set =>
    {
        var points = new PointMatrix(set.Values, 2);
        var scaled = new PointMatrix([.. set.Values.Select(value => (3 * value) + 1)], 2);
        int[] renamed = [.. set.Labels.Select(label => label < 0 ? -7 : 9 - label)];
        var (silhouette, ratio, likeness) = (Silhouette(points, set.Labels, 0), SegmentIndexes.CalinskiHarabasz(points, set.Labels), SegmentIndexes.DaviesBouldin(points, set.Labels));
        Assert.Equal(set.Labels.Where(label => label >= 0).Distinct().Count() < 2, double.IsNaN(silhouette));
        Assert.True(double.IsNaN(silhouette) || (Math.Abs(silhouette) <= 1 && ratio >= 0 && likeness >= 0));
        Assert.Equal(silhouette, Silhouette(scaled, renamed, 0), 1e-9);
        Assert.True(double.IsNaN(ratio) || ratio == SegmentIndexes.CalinskiHarabasz(scaled, renamed) || Math.Abs((SegmentIndexes.CalinskiHarabasz(scaled, renamed) / ratio) - 1) < 1e-6);
        Assert.Equal(likeness, SegmentIndexes.DaviesBouldin(scaled, renamed), 1e-6 * Math.Max(1, double.IsNaN(likeness) ? 0 : likeness));
    });

    [Fact]
    public void All_OneSegment_AreNotDefined()
    {
        Assert.Equal(double.NaN, Silhouette(Squares, new int[40], 0));
        Assert.Equal(double.NaN, SegmentIndexes.CalinskiHarabasz(Squares, new int[40]));
        Assert.Equal(double.NaN, SegmentIndexes.DaviesBouldin(Squares, new int[40]));
    }

    [Fact]
    public void Silhouette_FewerLabels_SaysHowMany() => Assert.Equal(
        "There are 3 labels for 40 rows. Give one a row.",
        Assert.Throws<DataException>(() => Silhouette(Squares, [0, 1, 2], 0)).Message);

    [Fact]
    public void Points_OfWrongValues_SayWhere()
    {
        Assert.Equal(
            "5 values are no whole number of rows of 2 columns. Give every row one value a column.",
            Assert.Throws<DataException>(() => new PointMatrix([1, 2, 3, 4, 5], 2)).Message);
        Assert.Equal(
            "Row 2, column 1: a point cannot have the value NaN. Fill missing values and leave infinite ones out first.",
            Assert.Throws<DataException>(() => new PointMatrix([1, 2, double.NaN, 4], 2)).Message);
    }

    private static double Silhouette(PointMatrix points, int[] labels, int seed) => SegmentIndexes.Silhouette(points, labels, seed, TestContext.Current.CancellationToken);

    private static IEnumerable<double> Repeated(int times, params double[] places) => Enumerable.Repeat(places, times).SelectMany(both => both);
}
