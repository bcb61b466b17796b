using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Measures.Segments;
using Modelwright.Tasks.Clustering;

namespace Modelwright.Tests.Tasks.Clustering;

/// <summary>How far learners of other kinds see the same segments.</summary>
public sealed class SegmentConsensusTests
{
    private static readonly int[] Halves = [0, 0, 0, 0, 1, 1, 1, 1];
    private static readonly int[] Turns = [0, 1, 0, 1, 0, 1, 0, 1];

    [Fact]
    public void Of_LearnersThatSeeTheSame_IsOne()
    {
        var agreed = Of(("a", Halves), ("b", Halves), ("c", Halves));
        Assert.All(agreed, trial => Assert.Equal(1, trial.Agreement));
    }

    [Fact]
    public void Of_TheNearestTwo_CountThreeQuartersAndOne()
    {
        var agreed = Of(("a", Halves), ("b", Halves), ("c", Turns), ("d", Turns));
        Assert.Equal(0.75, agreed[0].Agreement, 1e-12);
    }

    [Fact]
    public void Of_OneLearnerWithTwoSettings_DoesNotAgreeWithItself() =>
        Assert.All(Of(("a", Halves), ("a", Halves)), trial => Assert.Equal(SegmentConsensus.Alone, trial.Agreement));

    [Fact]
    public void Of_NumbersFarApart_AreNotCompared()
    {
        var agreed = Of(("a", Halves), ("b", [0, 1, 2, 3, 4, 4, 4, 4]));
        Assert.All(agreed, trial => Assert.Equal(0, trial.Agreement));
    }

    [Fact]
    public void Evenness_OfShares_IsTheNumberOfEqualOnes()
    {
        Assert.Equal(2, Trial(0, Halves).Evenness, 1e-12);
        Assert.InRange(Trial(0, [0, 0, 0, 0, 0, 0, 0, 1]).Evenness, 1.3, 1.5);
    }

    [Fact]
    public void Likeness_AnyLabels_IsTheAdjustedRandIndex() => Gen.Int[0, 4].Array[2, 60].Sample(drawn =>
    {
        int[] other = [.. drawn.Select((label, row) => (label + row) % 3)];
        Assert.Equal(SegmentAgreement.AdjustedRand(drawn, other), SegmentLikeness.Of(drawn, 5, other, 3), 1e-9);
    });

    private static SegmentTrial[] Of(params (string Learner, int[] Labels)[] made) =>
        SegmentConsensus.Of([.. made.Select((one, method) => Trial(method, one.Labels))], method => made[method].Learner, new FitContext { Threads = 2, Cancellation = TestContext.Current.CancellationToken });

    private static SegmentTrial Trial(int method, int[] labels) => new(method, 2, labels, labels.Max() + 1, 0, 0, 0.9);
}
