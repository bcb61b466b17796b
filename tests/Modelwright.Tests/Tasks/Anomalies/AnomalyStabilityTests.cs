using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Search;
using Modelwright.Tasks;
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

    [Fact]
    public void Of_ScoresThatComeBack_IsOne()
    {
        var (ground, detectors) = Ground(rows: 60, budget: null);
        double[] scores = [.. Enumerable.Range(0, 60).Select(row => row * row % 61 / 61.0)];
        var (figures, note) = new AnomalyStability(ground, detectors).Of(scores, 0.02, seconds: 0, (_, rows, _) => [.. rows.Select(row => scores[row])]);

        Assert.Null(note);
        Assert.Equal(["stability", "rank_correlation"], figures.Select(figure => figure.Metric));
        Assert.All(figures, figure => Assert.Equal((1.0, 1.0, 1.0), (Math.Round(figure.Value, 12), Math.Round(figure.Lower, 12), figure.Upper)));
        Assert.Equal([10, 60], figures.Select(figure => figure.Rows));
    }

    [Fact]
    public void Of_HalvesThatDiffer_HasAnInterval()
    {
        var (ground, detectors) = Ground(rows: 60, budget: null);
        double[] scores = [.. Enumerable.Range(0, 60).Select(row => row / 60.0)];
        var half = 0;
        var (figures, _) = new AnomalyStability(ground, detectors).Of(scores, 0.02, seconds: 0, (_, rows, _) => [.. rows.Select(row => half++ % 7 == 0 ? 1 - scores[row] : scores[row])]);
        Assert.All(figures, figure => Assert.True(figure.Lower < figure.Value && figure.Value < figure.Upper && figure.Upper <= 1));
    }

    [Fact]
    public void Of_NoTimeLeft_SaysSo()
    {
        var (ground, detectors) = Ground(rows: 60, TimeSpan.Zero);
        var (figures, note) = new AnomalyStability(ground, detectors).Of(new double[60], 0.02, seconds: 0, (_, _, _) => throw new InvalidOperationException("Nothing is to be scored."));
        Assert.Empty(figures);
        Assert.Equal("There was no time to see whether the same rows are strange where half of the rows are left out. Give the run more time.", note);
    }

    [Fact]
    public void Of_FewerThanTwentyRows_HasNone()
    {
        var (ground, detectors) = Ground(rows: 19, budget: null);
        var (figures, note) = new AnomalyStability(ground, detectors).Of(new double[19], 0.02, seconds: 0, (_, _, _) => throw new InvalidOperationException("Nothing is to be scored."));
        Assert.Empty(figures);
        Assert.Null(note);
    }

    private static (TaskGround Ground, FittedMember[] Detectors) Ground(int rows, TimeSpan? budget)
    {
        var learner = BuiltInLearners.All.Single(known => known.Info.Name == "ecod");
        var table = new Table([new NumberColumn("x", [.. Enumerable.Range(0, rows).Select(row => row * 7 % 13.0)])]);
        var ground = new TaskGround(new(LearningTask.Anomalies, new([new("x", ColumnType.Number)]), table), [learner], new RunClock(TimeProvider.System, budget), (_, _) => { });
        return (ground, [ground.Fit(new(learner, ParameterValues.Default, 0))]);
    }
}
