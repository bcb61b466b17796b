using CsCheck;
using Modelwright.Measures;
using Modelwright.Search.Ensembles;

namespace Modelwright.Tests.Search.Ensembles;

public sealed class GreedyEnsembleTests
{
    private static readonly double[] Truth = [1, 2, 3, 4];

    private static double[] Weigh(int most, params double[][] members) =>
        GreedyEnsemble.Weigh(members, numbers => new NumberAnswers(Truth, numbers), BuiltInMetrics.Get("rmse").Loss, most);

    [Fact]
    public void Weigh_OnePerfectMember_TakesItAlone() =>
        Assert.Equal([0.0, 1.0, 0.0], Weigh(8, [2, 2, 2, 2], [1, 2, 3, 4], [4, 3, 2, 1]));

    [Fact]
    public void Weigh_OppositeErrors_TakesBothEqually() =>
        Assert.Equal([0.5, 0.5], Weigh(8, [1.5, 2.5, 3.5, 4.5], [0.5, 1.5, 2.5, 3.5]));

    [Fact]
    public void Weigh_ErrorsThreeToOne_FindsTheirRatio()
    {
        var weights = Weigh(8, [1.3, 2.3, 3.3, 4.3], [0.1, 1.1, 2.1, 3.1]);
        Assert.Equal(0.75, weights[0], 3);
        Assert.Equal(0.25, weights[1], 3);
    }

    [Fact]
    public void Weigh_MostOne_TakesTheBestSingleMember() =>
        Assert.Equal([1.0, 0.0], Weigh(1, [1.3, 2.3, 3.3, 4.3], [0.1, 1.1, 2.1, 3.1]));

    [Fact]
    public void Weigh_MembersThatMayNotStandTogether_TakesTheBestThatMay()
    {
        // Members 0 and 1 cancel out, but only 2 may join 0.
        double[][] members = [[1.5, 2.5, 3.5, 4.5], [0.5, 1.5, 2.5, 3.5], [0.4, 1.4, 2.4, 3.4]];
        bool MayJoin(int[] counts, int member) => counts.Sum() == 0 || (counts[0] > 0 ? member == 2 : member == 0 && counts[1] == 0);
        var weights = GreedyEnsemble.Weigh(members, numbers => new NumberAnswers(Truth, numbers), BuiltInMetrics.Get("rmse").Loss, 8, MayJoin);
        Assert.Equal(0, weights[1]);
        Assert.True(weights[0] > 0 && weights[2] > 0);
    }

    [Fact]
    public void Weigh_AnyMembers_SumToOneAndNeverWorseThanTheBest() => Check.Sample(
        Gen.Double[-5, 5].Array[4].Array[1, 6],
        members =>
        {
            var weights = Weigh(8, members);
            var blend = Enumerable.Range(0, 4).Select(row => members.Select((member, index) => member[row] * weights[index]).Sum()).ToArray();
            var metric = BuiltInMetrics.Get("rmse");
            var best = members.Min(member => metric.Loss(new NumberAnswers(Truth, member)));
            Assert.Equal(1, weights.Sum(), 12);
            Assert.True(metric.Loss(new NumberAnswers(Truth, blend)) <= best + 1e-9);
        },
        iter: 200);
}
