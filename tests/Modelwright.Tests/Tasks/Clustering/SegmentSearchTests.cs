using Modelwright.Core.Learning;
using Modelwright.Measures.Segments;
using Modelwright.Tasks.Clustering;
using Modelwright.Tests.Measures.Segments;

namespace Modelwright.Tests.Tasks.Clustering;

/// <summary>Which methods are tried with which numbers of segments.</summary>
public sealed class SegmentSearchTests
{
    private static readonly PointMatrix Points = ShapedPoints.Blobs(6, 40, 2, 9, seed: 1).Points;

    [Fact]
    public void Run_QuickMethod_TriesAllNumbersOneByOne()
    {
        var asked = Asked(Watched(secondsEach: 0));
        Assert.All(asked, numbers => Assert.Single(numbers));
        Assert.Equal(ClusterNumbers.Rounds(Points.Rows).SelectMany(round => round), asked.SelectMany(numbers => numbers).Take(ClusterNumbers.Rounds(Points.Rows).Sum(round => round.Length)));
    }

    [Fact]
    public void Run_MethodThatMakesManyAtOnce_IsAskedForARoundAtATime()
    {
        var asked = Asked(Watched(secondsEach: 100, makesManyAtOnce: true));
        Assert.Equal(ClusterNumbers.Rounds(Points.Rows)[0], asked[0]);
    }

    [Fact]
    public void Run_DearMethod_TriesNumbersNearTheBestOfOthersWithinItsTime()
    {
        // The others find six; at one second each three numbers go into three seconds, then those within two of the best are tried.
        var asked = Asked(Watched(secondsEach: 1), SimpleMethods.Means(Points));
        Assert.Equal([6, 7, 5, 8, 4], asked.SelectMany(numbers => numbers));
    }

    [Fact]
    public void Run_DearMethodAlone_TriesTwoSmallNumbersInAnyCase()
    {
        var asked = Asked(Watched(secondsEach: 100)).SelectMany(numbers => numbers).ToArray();
        Assert.Equal([2, 3], asked[..2]);
    }

    [Fact]
    public void Run_NoNumberTwice()
    {
        int[] asked = [.. Asked(Watched(secondsEach: 0)).SelectMany(numbers => numbers)];
        Assert.Equal(asked.Distinct(), asked);
    }

    private static (SegmentMethod Method, List<int[]> Asked) Watched(double secondsEach, bool makesManyAtOnce = false)
    {
        var asked = new List<int[]>();
        var means = SimpleMethods.Means(Points);
        return (means with
        {
            Name = "watched",
            MakesManyAtOnce = makesManyAtOnce,
            Seconds = (_, _) => secondsEach,
            Fit = fit =>
            {
                asked.Add([.. fit.Clusters]);
                return means.Fit(fit);
            },
        }, asked);
    }

    private static List<int[]> Asked((SegmentMethod Method, List<int[]> Asked) watched, params SegmentMethod[] others)
    {
        var request = new SegmentRequest(Points, [watched.Method, .. others], new FitContext { Seed = 5, Threads = 2, Cancellation = TestContext.Current.CancellationToken });
        new SegmentSearch(request, new SegmentTrials(request)).Run();
        return watched.Asked;
    }
}
