using CsCheck;
using Modelwright.Tasks.Anomalies.Streams;

namespace Modelwright.Tests.Tasks.Anomalies.Streams;

public sealed class StreamThresholdTests
{
    /// <summary>Scores as chance alone gives them: minus the logarithm to base 10 of even shares.</summary>
    private static double[] ByChance(int count) => [.. Enumerable.Range(1, count).Select(place => -Math.Log10((place - 0.5) / count))];

    [Fact]
    public void Of_ChanceAlone_TellsAlmostNothing()
    {
        var threshold = StreamThreshold.Of(ByChance(10_000), 10_000, share: null);
        Assert.Equal((4.5, 0), (threshold.Value, threshold.Found));
    }

    // 20 of 10,000 stand at 3.6: 2.5 would reach that by chance, an eighth; 40 do: a sixteenth.
    [Theory]
    [InlineData(20, 4.5, 0)]
    [InlineData(40, 3.6, 40)]
    public void Of_MoreThanChance_TakesTheLowestThatOneInTenIsChanceOf(int planted, double value, int found)
    {
        double[] scores = [.. Enumerable.Repeat(3.6, planted), .. Enumerable.Repeat(0.5, 10_000 - planted)];
        var threshold = StreamThreshold.Of(scores, 10_000, share: null);
        Assert.Equal((value, found), (threshold.Value, threshold.Found));
        Assert.Equal(value == 4.5, threshold.Reason.StartsWith("A score is about minus the logarithm to base 10 of the chance of so strange a reading; 0.32 of 10,000 readings would reach 4.5 by chance. ", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AnyScores_StaysFromThreeToFourAndAHalfAndCountsWhatIsThere() =>
        Gen.Double[0, 20].Array[0, 500].Sample(scores =>
        {
            var threshold = StreamThreshold.Of(scores, scores.Length, share: null);
            Assert.InRange(threshold.Value, 3, 4.5);
            Assert.Equal(scores.Count(score => score >= threshold.Value), threshold.Found);
        });

    [Theory]
    [InlineData(0.2, 7, 2)]
    [InlineData(0.5, 5, 3)]
    [InlineData(0.0001, 9, 0)]
    public void Of_AShareTold_TakesTheStrangestButNoneOfNoScore(double share, double value, int found)
    {
        var threshold = StreamThreshold.Of([8, 0, 7, 0, 5, 0], 10, share);
        Assert.Equal((value, found, "The share of anomalies was told."), (threshold.Value, threshold.Found, threshold.Reason));
    }

    [Fact]
    public void Of_NothingJudged_TakesTheUsualThreshold()
    {
        var threshold = StreamThreshold.Of([], 10, share: 0.1);
        Assert.Equal(new(4.5, 0, "The share of anomalies was told. No reading of training could be judged, so the usual threshold is taken."), threshold);
    }
}
