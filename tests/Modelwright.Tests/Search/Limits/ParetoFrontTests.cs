using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Search.Limits;

namespace Modelwright.Tests.Search.Limits;

public sealed class ParetoFrontTests
{
    private static (double Loss, ModelCost Cost, Readability Readability) Model(double loss, double microseconds, long bytes, Readability readability = Readability.None) =>
        (loss, new(microseconds / 1e6, bytes, null), readability);

    [Fact]
    public void Of_BetterInEverything_StandsAlone() =>
        Assert.Equal([true, false], ParetoFront.Of([Model(0.1, 10, 1000), Model(0.2, 100, 5000)]));

    [Fact]
    public void Of_WorseScoreButReadable_StandsToo() =>
        Assert.Equal([true, true], ParetoFront.Of([Model(0.1, 10, 1000), Model(0.2, 10, 1000, Readability.Fully)]));

    [Fact]
    public void Of_LatencyThatIsNoiseApart_IsNoReason() =>
        Assert.Equal([true, false], ParetoFront.Of([Model(0.1, 102, 1000), Model(0.2, 99, 1000)]));

    [Fact]
    public void Of_NoScore_IsWorst() =>
        Assert.Equal([true, false], ParetoFront.Of([Model(0.9, 10, 1000), Model(double.NaN, 10, 1000)]));

    [Fact]
    public void Of_AnyModels_BestScoreIsOnItAndNoneOnItIsWorseInAll() => Check.Sample(
        Gen.Select(Gen.Double[0, 1], Gen.Double[1, 1000], Gen.Int[100, 100_000]).Array[1, 20],
        drawn =>
        {
            (double Loss, ModelCost Cost, Readability Readability)[] models = [.. drawn.Select(one => Model(one.Item1, one.Item2, one.Item3))];
            var front = ParetoFront.Of(models);
            Assert.Contains(front.Zip(models), pair => pair.First && pair.Second.Loss == models.Min(model => model.Loss));
            Assert.All(models.Where((_, place) => front[place]), own => Assert.DoesNotContain(models, other => other.Loss < own.Loss && 2 * other.Cost.Seconds < own.Cost.Seconds && 2 * other.Cost.Bytes < own.Cost.Bytes));
        });
}
