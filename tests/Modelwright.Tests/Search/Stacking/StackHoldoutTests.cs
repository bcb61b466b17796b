using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Search.Stacking;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search.Stacking;

public sealed class StackHoldoutTests
{
    private const int Rows = 400;
    private static readonly IMetric Metric = BuiltInMetrics.Get("rmse");
    private static readonly FitLimits Limits = new(2, TimeProvider.System, null, TestContext.Current.CancellationToken);
    private static readonly PartitionPlan Folds = new("k_fold", 8, 0);

    /// <summary>The truth is x1 + x2 with noise, x1 and x2 by chance; 'row' says which row it is.</summary>
    private static LabelledRows Some()
    {
        var random = new Random(7);
        double[] Drawn() => [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        var (one, two, noise) = (Drawn(), Drawn(), Drawn());
        var target = new NumberColumn("y", [.. one.Select((value, row) => value + two[row] + (0.1 * (noise[row] - 0.5)))]);
        var table = new Table([new NumberColumn("x1", one), new NumberColumn("x2", two), new NumberColumn("row", [.. Enumerable.Range(0, Rows).Select(row => (double)row)]), target]);
        var schema = new Schema([new("x1", ColumnType.Number), new("x2", ColumnType.Number), new("row", ColumnType.Number), new("y", ColumnType.Number, ColumnRole.Target)]);
        return new(LearningTask.Regression, schema, table) { Target = target };
    }

    private static (StackVerdict Verdict, double Blend, double Stack) Try(ILearner learner)
    {
        var rows = Some();
        var kind = AnswerKind.For(rows, 1);
        var partition = Partition.Make(Folds, rows, seed: 0);
        var candidate = new Candidate(learner, ParameterValues.Default, Seed: 1, PartitionSeed: 0);
        var layer = new SecondLayer(candidate, 0.5);
        var member = new CrossFitter(kind, new FeatureCache(rows, 1 << 20)).Fit(candidate, partition, Limits)!;
        var stacked = new StackFitter(rows, kind, 1 << 20).Fit(layer, partition, [(member.Predictions, 1.0)], Limits);
        var verdict = new StackHoldout(rows, kind, Metric, 1 << 20, seed: 0).Try(partition, [candidate], layer, Limits)!;
        return (verdict, Metric.Loss(kind.Pair(rows, member.Predictions)), Metric.Loss(kind.Pair(rows, stacked.Answers)));
    }

    [Fact]
    public void Try_SecondLayerThatKnowsMore_IsKept()
    {
        var (verdict, blend, stack) = Try(new LayerLearner());
        Assert.True(stack < blend);
        Assert.True(verdict.IsKept);
        Assert.True(verdict.Stack < verdict.Blend);
        Assert.Equal(Rows / 4, verdict.Rows);
        Assert.Equal(Rows / 4, verdict.HeldRows.Distinct().Count());
        Assert.Equal([0, 1], verdict.Halves.Distinct().Order());
        Assert.Equal(verdict.Stack, Metric.Loss(AnswerKind.For(Some(), 1).Pair(Some().Take(verdict.HeldRows), verdict.Answers)), 1e-12);
    }

    [Fact]
    public void Try_SecondLayerThatKnowsOnlyTheRowsOfItsFold_LooksBetterOutOfFoldAndIsRefused()
    {
        var (verdict, blend, stack) = Try(new LayerLearner(lies: true));
        Assert.True(stack < 0.6 * blend);
        Assert.False(verdict.IsKept);
        Assert.True(verdict.Stack > verdict.Blend);
    }

    [Fact]
    public void Compare_GainWithinTheStandardError_IsRefused()
    {
        double[] truth = [1, 2, 3, 4];
        var verdict = StackHoldout.Compare(new NumberAnswers(truth, [1.1, 2.1, 2.9, 4.3]), new NumberAnswers(truth, [1.3, 2.0, 3.0, 4.1]), Metric, null);
        Assert.True(verdict.Stack < verdict.Blend);
        Assert.True(verdict.Blend - verdict.Stack < verdict.StandardError);
        Assert.False(verdict.IsKept);
    }
}
