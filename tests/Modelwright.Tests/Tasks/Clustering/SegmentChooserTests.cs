using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Measures.Segments;
using Modelwright.Tasks.Clustering;
using Modelwright.Tests.Measures.Segments;

namespace Modelwright.Tests.Tasks.Clustering;

public sealed class SegmentChooserTests
{
    [Fact]
    public void Choose_RoundSegments_FindsTheirNumber()
    {
        var choice = Choose(ShapedPoints.Blobs(4, 60, 2, 9, seed: 1).Points);
        Assert.Equal(4, choice.Clusters);
        Assert.StartsWith("4 segments by means were chosen: the support of their boundaries is ", choice.Reason, StringComparison.Ordinal);
        Assert.InRange(choice.Chosen!.Stability!.Mean, 0.95, 1);
        Assert.InRange(choice.Chosen.Silhouette!.Value, 0.6, 1);
        Assert.True(choice.IsComplete);
    }

    [Fact]
    public void Choose_Rings_TakesTheMethodThatSeesThem()
    {
        var rings = ShapedPoints.Rings(2, 120, seed: 2);
        Assert.Equal((2, 1), (Choose(rings.Points).Clusters, Choose(rings.Points).Method));
        var given = Choose(rings.Points, clusters: 2);
        Assert.Equal(("linkage", "single", 2), (given.Chosen!.Method, given.Chosen.Setting, given.Clusters));
        Assert.Matches(@"^linkage \(single\) was chosen for 2 segments: their boundaries part 0\.\d % of near neighbours; those of means part \d+\.\d %\. Refitted on 4 parts of 80 % of the rows, the segments agree by [01]\.\d\d \(-?[01]\.\d\d to [01]\.\d\d; 1 is the same, 0 chance\)\.$", given.Reason);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Choose_EvenPoints_SaysThatThereAreNone(int columns)
    {
        var choice = Choose(ShapedPoints.Even(300, columns, seed: 3).Points);
        Assert.Equal((1, (int?)null), (choice.Clusters, choice.Method));
        Assert.Matches(@"^No segments were found: the best of \d+ candidates, \d+ by .+, has boundaries of support -?0\.\d\d on which other methods agree to -?[01]\.\d\d\. Their product, with 0\.40 for less agreement, is at most 0\.25, where a boundary is not told from a cut through one cloud\. The rows are best seen as one group\.$", choice.Reason);
        Assert.All(choice.Candidates, candidate => Assert.True(candidate.Score <= 0));
    }

    [Fact]
    public void Choose_AnyThreads_IsTheSame()
    {
        var points = ShapedPoints.Blobs(3, 50, 3, 4, seed: 4).Points;
        var (one, four) = (Choose(points, threads: 1), Choose(points, threads: 4));
        Assert.Equal(one.Candidates, four.Candidates);
        Assert.Equal(one.Reason, four.Reason);
    }

    [Fact]
    public void Choose_ManyRows_LooksAtADraw()
    {
        var points = ShapedPoints.Blobs(3, 200, 2, 9, seed: 5).Points;
        var choice = SegmentChooser.Choose(new(points, [SimpleMethods.Means(points)], Context()) { MostRows = 150 });
        Assert.Equal((150, 3), (choice.Rows, choice.Clusters));
    }

    [Fact]
    public void Choose_Noise_CountsAsRowsOfTheNearest_AndMostlyNoiseIsNoAnswer()
    {
        var set = ShapedPoints.Blobs(3, 60, 2, 12, seed: 6);
        int[] some = [.. set.Labels.Select((label, row) => row % 4 == 0 ? -1 : label)];
        int[] most = [.. set.Labels.Select((label, row) => row % 4 == 0 ? label : -1)];
        var choice = SegmentChooser.Choose(new(set.Points, [SimpleMethods.Fixed("most", most, true), SimpleMethods.Fixed("some", some, true)], Context()));
        var only = Assert.Single(choice.Candidates);
        Assert.Equal(("some", 3, 0.25, 0.0), (only.Method, only.Clusters, only.Noise, only.Parted));
    }

    [Fact]
    public void Choose_FewerThanWanted_SaysSo()
    {
        var set = ShapedPoints.Blobs(2, 30, 2, 12, seed: 7);
        var choice = SegmentChooser.Choose(new(set.Points, [SimpleMethods.Fixed("two", set.Labels)], Context()) { Clusters = 3 });
        Assert.Equal(2, choice.Clusters);
        Assert.Equal("two was chosen for 2 segments: their boundaries part 0.0 % of near neighbours. 3 were wanted, but no method made as many of these rows. Refitted on 4 parts of 80 % of the rows, the segments agree by 1.00 (1.00 to 1.00; 1 is the same, 0 chance).", choice.Reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Choose_EqualRows_HasNone(int rows)
    {
        var choice = Choose(new(new double[rows * 2], 2));
        Assert.Equal(1, choice.Clusters);
    }

    [Fact]
    public void Choose_NoDistinctSegments_SaysThatAllAreAlike()
    {
        var points = new PointMatrix(new double[12], 2);
        var choice = SegmentChooser.Choose(new(points, [SimpleMethods.Fixed("one", new int[6])], Context()) { Clusters = 2 });
        Assert.Equal((1, "The 6 rows have no two segments that any method could tell apart: they are all alike."), (choice.Clusters, choice.Reason));
    }

    [Fact]
    public void Choose_PastTheDeadline_TriesOneAndSaysSo()
    {
        var points = ShapedPoints.Blobs(3, 40, 2, 9, seed: 8).Points;
        var calls = 0;
        var choice = SegmentChooser.Choose(new(points, [SimpleMethods.Means(points, () => calls++), SimpleMethods.Means(points, () => calls++)], Context() with { Deadline = 0 }));
        Assert.Equal((1, false, 2), (calls, choice.IsComplete, choice.Clusters));
        Assert.Null(choice.Chosen!.Stability);
    }

    [Fact]
    public void Choose_Cancelled_Ends()
    {
        var points = ShapedPoints.Even(30, 2, seed: 9).Points;
        Assert.ThrowsAny<OperationCanceledException>(() => SegmentChooser.Choose(new(points, [SimpleMethods.Means(points)], Context() with { Cancellation = new(canceled: true) })));
    }

    [Fact]
    public void Choose_WrongQuestions_SayWhatToDo()
    {
        var points = new PointMatrix([1, 2], 1);
        Assert.Equal("There are no rows to make segments of. Give at least one.", Assert.Throws<DataException>(() => Choose(new([], 2))).Message);
        Assert.Equal(
            "There is no method to make segments with. Name at least one learner of this task.",
            Assert.Throws<OptionsException>(() => SegmentChooser.Choose(new(points, [], Context()))).Message);
        Assert.Equal(
            "The number of segments must be from 2 to 500. Got 1. Leave it out to have it found.",
            Assert.Throws<OptionsException>(() => Choose(points, clusters: 1)).Message);
    }

    private static FitContext Context() => new() { Seed = 5, Threads = 2, Cancellation = TestContext.Current.CancellationToken };

    private static SegmentChoice Choose(PointMatrix points, int? clusters = null, int threads = 2) =>
        SegmentChooser.Choose(new(points, [SimpleMethods.Means(points), SimpleMethods.Linkage(points)], Context() with { Threads = threads }) { Clusters = clusters });
}
