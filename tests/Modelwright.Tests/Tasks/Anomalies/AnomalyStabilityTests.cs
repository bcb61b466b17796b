using CsCheck;
using Modelwright.Tasks.Anomalies;
using Modelwright.Tasks.Anomalies.Stability;

namespace Modelwright.Tests.Tasks.Anomalies;

public sealed class AnomalyStabilityTests
{
    [Fact]
    public void SameRows_KnownScores_GiveKnownFigures()
    {
        double[] one = [5, 4, 3, 2, 1], other = [5, 1, 3, 2, 4];
        Assert.Equal(0.5, SameRows.Share(one, other, 2));
        Assert.Equal(2.0 / 3, SameRows.Share(one, other, 3), 1e-12);

        // 1 - 6 (3² + 3²) / (5 (5² - 1)), the textbook's formula where no two are alike.
        Assert.Equal(1 - (6 * 18 / 120.0), SameRows.RankCorrelation(one, other), 1e-12);
        Assert.Equal((1, 0), (SameRows.RankCorrelation([2, 2], [7, 7]), SameRows.RankCorrelation([2, 2], [7, 8])));
    }

    [Fact]
    public void SameRows_AnyScores_AreTheSameAsThemselvesAndWithinRange()
    {
        Gen.Double[-5, 5].Array[2, 40].SelectMany(one => Gen.Double[-5, 5].Array[one.Length].Select(other => (one, other))).Sample(pair =>
        {
            var (one, other) = pair;
            Assert.Equal(1, SameRows.Share(one, one, one.Length / 2));
            Assert.InRange(SameRows.RankCorrelation(one, other), -1 - 1e-12, 1 + 1e-12);
            Assert.Equal(SameRows.RankCorrelation(one, other), SameRows.RankCorrelation(other, one), 1e-12);
            Assert.InRange(SameRows.Share(one, other, one.Length / 2), 0, 1);
        }, iter: 200);
    }

    [Theory]
    [InlineData(0.2, 2)]
    [InlineData(0.3, 4)]
    [InlineData(0.4, 4)]
    [InlineData(0.5, 5)]
    [InlineData(0, 0)]
    public void ThresholdOf_RowsThatScoreAlike_AreAllCalledOrNone(double share, int called)
    {
        double[] scores = [0, 1, 2, 3, 4, 5, 6, 6, 8, 9];
        Assert.Equal(called, scores.Count(score => score >= new AnomalyShare(share, null, null, "").ThresholdOf(scores)));
    }

    [Fact]
    public void ThresholdOf_MostRowsAlike_NeverCallsThemAll()
    {
        var share = new AnomalyShare(0.3, null, null, "");
        double[] alike = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        Assert.Equal(1, alike.Count(score => score >= share.ThresholdOf(alike)));
        double[] all = [.. Enumerable.Repeat(0.5, 10)];
        Assert.DoesNotContain(all, score => score >= share.ThresholdOf(all));
        double[] top = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
        Assert.Equal(4, top.Count(score => score >= share.ThresholdOf(top)));
    }
}
