using Modelwright.Core.Learning;
using Modelwright.LightGbm.Boosting;

namespace Modelwright.LightGbm.Tests.Boosting;

public sealed class SmallFormTests
{
    private static DataShape Shape(double bytes, int outputs = 2) => new(LearningTask.Classification, 5_000, 10, 0, outputs) { Bytes = bytes };

    [Theory]
    [InlineData(20_000, 2)]
    [InlineData(20_000, 5)]
    [InlineData(500_000, 2)]
    public void For_FewBytes_RecommendsTreesThatFit(double bytes, int outputs) => Assert.All(BoostingRecommendations.For(Shape(bytes, outputs)), values =>
    {
        var trees = values.Integer(BoostingParameters.Rounds) * (outputs > 2 ? outputs : 1);
        Assert.InRange(trees * values.Integer(BoostingParameters.Leaves) * 40.0, 1, bytes);
    });

    [Fact]
    public void For_FewerRounds_TakesLongerSteps()
    {
        double RateOf(double bytes) => BoostingRecommendations.For(Shape(bytes))[0].Number(BoostingParameters.LearningRate);

        Assert.True(RateOf(10_000) > RateOf(100_000));
        Assert.InRange(RateOf(100), 0.03, 0.5);
    }

    [Fact]
    public void For_MegabytesAsInASearch_RecommendsTheUsual() =>
        Assert.Equal(BoostingRecommendations.For(Shape(double.PositiveInfinity)).Select(values => values.ToString()), BoostingRecommendations.For(Shape(5e6)).Select(values => values.ToString()));
}
