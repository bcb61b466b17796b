using CsCheck;
using Modelwright.Measures.Intervals;
using Modelwright.Tasks.Clustering;

namespace Modelwright.Tests.Tasks.Clustering;

public sealed class ClusterNumbersTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(10, 5)]
    [InlineData(10_000, 200)]
    public void Most_OfRows_GrowsWithTheirRoot(int rows, int expected) => Assert.Equal(expected, ClusterNumbers.Most(rows));

    [Fact]
    public void Rounds_AnyRows_AscendWithoutRepeats() => Gen.Int[1, 200_000].Sample(rows =>
    {
        int[] all = [.. ClusterNumbers.Rounds(rows).SelectMany(round => round)];
        Assert.Equal(all.Distinct().Order(), all);
        Assert.All(all, number => Assert.InRange(number, 2, ClusterNumbers.Most(rows)));
    });

    [Fact]
    public void Between_RepeatedRounds_ReachesEveryNeighbourOfTheBest() => Gen.Int[2, 120].Sample(best =>
    {
        var tried = ClusterNumbers.Rounds(8_000).SelectMany(round => round).ToHashSet();
        for (var round = 0; round < 20; round++)
        {
            tried.UnionWith(ClusterNumbers.Between(tried, tried.MinBy(number => Math.Abs(number - best))));
        }

        Assert.Contains(best, tried);
    });

    [Fact]
    public void Beside_TheBest_AreThoseNotTriedWithinTwo()
    {
        Assert.Equal([9, 10, 6], ClusterNumbers.Beside([7, 8], best: 8, most: 50));
        Assert.Equal([3, 4], ClusterNumbers.Beside([2], best: 2, most: 50));
        Assert.Equal([4, 3], ClusterNumbers.Beside([5], best: 5, most: 5));
        Assert.Empty(ClusterNumbers.Beside([2, 3, 4, 5, 6], best: 4, most: 50));
    }

    [Fact]
    public void Stability_OfEqualAgreements_HasNoSpread() => Assert.Equal(new(0.5, 0.5, 0.5, 3), SegmentStability.Of([0.5, 0.5, 0.5]));

    [Fact]
    public void Stability_OfUnlikeAgreements_IsByHand()
    {
        var stability = SegmentStability.Of([0.8, 0.9, 0.85, 0.85]);
        // Variance 0.005 / 3, times 1/4 + 0.2/0.8.
        var reach = StudentQuantile.Of(3) * Math.Sqrt(0.005 / 3 * 0.5);
        Assert.Equal(0.85, stability.Mean, 1e-12);
        Assert.Equal(0.85 - reach, stability.Lower, 1e-9);
        Assert.Equal(0.85 + reach, stability.Upper, 1e-9);
    }
}
