using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Neighbors;
using Modelwright.Learners.Tests.Data;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Tests.Neighbors;

/// <summary>The trees that point to near points, against looking at all of them.</summary>
public sealed class ForestTests
{
    private static readonly NeighborsLearner Learner = new();
    private static readonly ParameterValues Forest = ParameterValues.Default.With("search", "forest").With("relevance", 0);

    private static NeighborIndex IndexOf(TrainingSet data, ParameterValues values, FitContext? context = null) =>
        Assert.IsType<NumberNeighborsForm>(Learner.Fit(data, values, context ?? new FitContext()).Form).Index;

    /// <summary>Of the true ten neighbours of fresh rows, the share that a setting finds.</summary>
    private static double Recall(TrainingSet data, Table fresh, ParameterValues values)
    {
        const int Most = 10;
        var (exact, found) = (new int[fresh.RowCount * Most], new int[fresh.RowCount * Most]);
        IndexOf(data, Forest.With("search", "exact")).Find(fresh, exact, new double[exact.Length]);
        IndexOf(data, values).Find(fresh, found, new double[found.Length]);
        return Enumerable.Range(0, fresh.RowCount).Average(row => exact.Skip(row * Most).Take(Most).Intersect(found.Skip(row * Most).Take(Most)).Count() / (double)Most);
    }

    [Theory]
    [InlineData(4, 0.99)]
    [InlineData(12, 0.95)]
    [InlineData(40, 0.85)]
    public void Find_UsualSetting_MostOfTheTrueNeighbours(int axes, double floor)
    {
        var (data, fresh) = (Clouds.Blobs(20_000, 1, axes), Clouds.Blobs(200, 2, axes).Features);
        Assert.InRange(Recall(data, fresh, Forest), floor, 1);
    }

    [Fact]
    public void Find_MoreCandidatesOrTrees_MoreOfTheTrueNeighbours()
    {
        var (data, fresh) = (Clouds.Blobs(10_000, 1, 12), Clouds.Blobs(200, 2, 12).Features);
        var few = Recall(data, fresh, Forest.With("candidates", 100).With("trees", 2));
        Assert.True(Recall(data, fresh, Forest.With("candidates", 800).With("trees", 2)) > few);
        Assert.Equal(1, Recall(data, fresh, Forest.With("candidates", 10_000)), 1e-12);
    }

    [Fact]
    public void Fit_OneTwoFourThreads_SameForest()
    {
        var data = Clouds.Blobs(5_000, 1, 6);
        var one = IndexOf(data, Forest, new FitContext { Seed = 5, Threads = 1 }).Points.Forest!;
        foreach (var threads in new[] { 2, 4 })
        {
            var more = IndexOf(data, Forest, new FitContext { Seed = 5, Threads = threads }).Points.Forest!;
            Assert.Equal(one.Order, more.Order);
            Assert.Equal(one.First, more.First);
            Assert.Equal(one.Second, more.Second);
            Assert.Equal(one.Cuts, more.Cuts);
        }
    }

    [Fact]
    public void Fit_OtherSeed_OtherForest()
    {
        var data = Clouds.Blobs(2_000, 1, 6);
        Assert.NotEqual(IndexOf(data, Forest, new FitContext { Seed = 1 }).Points.Forest!.Order, IndexOf(data, Forest, new FitContext { Seed = 2 }).Points.Forest!.Order);
    }

    [Fact]
    public void Fit_DeadlinePassed_KeepsOneTreeAndSaysSo()
    {
        var data = Clouds.Blobs(2_000, 1, 6);
        var fitted = Learner.Fit(data, Forest, new FitContext { Seed = 5, Deadline = 0 });
        Assert.Equal(FitEnd.Deadline, fitted.Report.End);
        Assert.Equal(1, fitted.Report.Decided.Integer(NeighborParameters.Trees));
        Assert.Equal(["The deadline came after 1 trees, or before the number of neighbours was settled. Give the fit more time, or hold fewer rows."], fitted.Report.Warnings);
        var repeated = Learner.Fit(data, fitted.Report.Decided, new FitContext { Seed = 5 });
        var fresh = Clouds.Blobs(100, 2, 6).Features;
        Assert.Equal(Answers.Numbers(fitted.Form, fresh), Answers.Numbers(repeated.Form, fresh));
    }

    [Fact]
    public void Fit_CancelledAtTheFirstTree_EndsAtOnce()
    {
        using var source = new CancellationTokenSource();
        var context = new FitContext { Cancellation = source.Token, Progress = _ => source.Cancel() };
        Assert.Throws<OperationCanceledException>(() => Learner.Fit(Clouds.Blobs(2_000, 1, 6), Forest, context));
    }

    [Theory]
    [InlineData(50_000, false)]
    [InlineData(50_001, true)]
    public void Fit_NothingSaid_TreesAboveFiftyThousandPoints(int rows, bool isForest)
    {
        var values = ParameterValues.Default.With("trees", 1).With("relevance", 0);
        Assert.Equal(isForest, IndexOf(Clouds.Wave(rows, 1, axes: 2), values).Points.Forest is not null);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(48, 0)]
    [InlineData(49, 1)]
    [InlineData(96, 1)]
    [InlineData(97, 2)]
    public void DepthOf_Points_NoLeafHoldsMoreThanFortyEight(int points, int depth) => Assert.Equal(depth, ForestGrower.DepthOf(points));
}
