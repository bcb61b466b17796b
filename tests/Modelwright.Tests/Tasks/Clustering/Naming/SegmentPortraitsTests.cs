using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Tasks.Clustering.Naming;

namespace Modelwright.Tests.Tasks.Clustering.Naming;

public sealed class SegmentPortraitsTests
{
    private const int Rows = 300;

    private static int[] Clusters => [.. Enumerable.Range(0, Rows).Select(row => row % 3)];

    [Fact]
    public void Of_Customers_NamesAndRulesTellThem()
    {
        var portraits = Of(Customers(), Clusters);
        Assert.InRange(portraits.Accuracy, 0.97, 1);
        Assert.Equal(1.0 / 3, portraits.Baseline, 1e-9);
        Assert.Equal(3, portraits.Segments.Select(segment => segment.Name).Distinct().Count());
        Assert.Contains("payment card", portraits.Segments[0].Name, StringComparison.Ordinal);
        Assert.Contains("high age", portraits.Segments[1].Name, StringComparison.Ordinal);
        var first = portraits.Segments[0].Rules[0];
        Assert.Equal("payment is card", first.Text);
        Assert.Equal((1.0, 1.0), (first.Precision, first.Coverage));
        var second = string.Join(" or ", portraits.Segments[1].Rules.Select(rule => rule.Text));
        Assert.Contains("age above ", second, StringComparison.Ordinal);
        Assert.All(portraits.Segments, segment => Assert.Equal((100, 1.0 / 3), (segment.Rows, segment.Share)));
    }

    [Fact]
    public void Of_Customers_ProfilesAreThoseOfTheRows()
    {
        var age = Of(Customers(), Clusters).Segments[1].Traits.Single(trait => trait.Column == "age");
        Assert.Equal(70, age.Inside, 0.5);
        Assert.Equal((30 + 70 + 30) / 3.0, age.Overall, 0.5);
        Assert.InRange(age.Median, 60, 80);
        Assert.InRange(age.Difference, 1.2, 1.5);
        var payment = Of(Customers(), Clusters).Segments[0].Traits.Single(trait => trait.Column == "payment");
        Assert.Equal("card", payment.Level);
        Assert.Equal(1, payment.Inside, 1e-9);
        Assert.Equal(1.0 / 3, payment.Overall, 1e-9);
    }

    [Fact]
    public void Of_Positions_AreNearestAndMostDoubtful()
    {
        double[] distances = [.. Enumerable.Range(0, Rows).Select(row => (double)(Rows - row))];
        double[] doubts = [.. Enumerable.Range(0, Rows).Select(row => row == 30 ? 1 : 0.5)];
        var first = SegmentPortraits.Of(Customers(), Clusters, distances, doubts, TestContext.Current.CancellationToken).Segments[0];
        Assert.Equal([297, 294, 291, 288, 285], first.Typical);
        Assert.Equal([30, 0, 3, 6, 9], first.Borderline);
    }

    [Fact]
    public void Of_Times_SayWhen()
    {
        var times = new TimeColumn("joined", [.. Enumerable.Range(0, Rows).Select(row => new DateTime(row % 3 == 0 ? 2024 : 2010, 1, 1 + (row % 20)).Ticks)]);
        var portraits = Of(new([times]), Clusters);
        Assert.Equal("joined 2024-01-06 to 2024-01-15", portraits.Segments[0].Name);
        Assert.Matches("^joined above 20[0-9]{2}-[0-9]{2}-[0-9]{2}$", portraits.Segments[0].Rules[0].Text);
        Assert.Equal(["joined 2010-01-06 to 2010-01-15 (2)", "joined 2010-01-06 to 2010-01-15 (3)"], portraits.Segments.Skip(1).Select(segment => segment.Name));
    }

    [Fact]
    public void Of_ColumnsThatTellNothing_SaysSo()
    {
        var portraits = Of(new([new NumberColumn("same", new double[Rows]), new NumberColumn("gone", [.. Enumerable.Repeat(double.NaN, Rows)])]), Clusters);
        Assert.Equal(["usual (1)", "usual (2)", "usual (3)"], portraits.Segments.Select(segment => segment.Name));
        Assert.InRange(portraits.Accuracy, 0.2, 0.45);
        Assert.Equal("any row", portraits.Segments[0].Rules.Single().Text);
        Assert.Empty(portraits.Segments[1].Rules);
    }

    [Fact]
    public void Of_NoiseAndEmptySegments_AreNoMembers()
    {
        int[] clusters = [.. Clusters.Select(cluster => cluster == 1 ? -1 : cluster)];
        var portraits = Of(Customers(), clusters);
        Assert.Equal([100, 0, 100], portraits.Segments.Select(segment => segment.Rows));
        Assert.Empty(portraits.Segments[1].Typical);
        Assert.Empty(Of(Customers(), [.. Enumerable.Repeat(-1, Rows)]).Segments);
    }

    [Fact]
    public void Of_OneRow_HasAPortrait()
    {
        var one = SegmentPortraits.Of(new([new NumberColumn("x", [1.0])]), [0], [0], [0], TestContext.Current.CancellationToken);
        Assert.Equal(("usual", 1), (one.Segments[0].Name, one.Segments[0].Rows));
        Assert.Equal(double.NaN, one.Accuracy);
    }

    [Fact]
    public void Of_OtherLengths_SaysHowMany() => Assert.Equal(
        "There are 2 segments, 1 distances and 1 doubts for 1 rows. Give one of each a row.",
        Assert.Throws<DataException>(() => SegmentPortraits.Of(new([new NumberColumn("x", [1.0])]), [0, 1], [0], [0], TestContext.Current.CancellationToken)).Message);

    private static Table Customers()
    {
        var random = new Random(4);
        return new(
        [
            new NumberColumn("noise", [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())]),
            CategoryColumn.FromTexts("payment", [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? "card" : "invoice")]),
            new NumberColumn("age", [.. Enumerable.Range(0, Rows).Select(row => (row % 3 == 1 ? 70 : 30) + (row / 3 % 11) - 5.0)]),
        ]);
    }

    private static SegmentPortraits Of(Table table, int[] clusters) =>
        SegmentPortraits.Of(table, clusters, new double[clusters.Length], new double[clusters.Length], TestContext.Current.CancellationToken);
}
