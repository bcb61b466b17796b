using Modelwright.Core.Learning;
using Modelwright.Explain;
using Modelwright.Measures;
using Modelwright.Validation;

namespace Modelwright.Tests.Explain;

public sealed class PermutationImportanceTests
{
    // For a model that is right the loss of RMSE by shuffling a column is |coefficient| x sqrt(2) x its standard deviation, 1 / sqrt(12).
    private static double Truth(double coefficient) => Math.Abs(coefficient) * Math.Sqrt(2.0 / 12);

    [Fact]
    public void Measure_KnownModel_OrderAndTruth()
    {
        var found = new PermutationImportance(Model(2_000), 5, 1, 1).Measure(["c", "a", "b"], TestContext.Current.CancellationToken);

        Assert.Equal(["b", "a", "c"], found.Select(one => one.Column));
        Assert.Equal(Truth(-3), found[0].Value, 0.05);
        Assert.Equal(Truth(2), found[1].Value, 0.05);
        Assert.All(found, one => Assert.InRange(one.Value, one.Lower, one.Upper));
        Assert.Equal((0, 0, 0), (found[2].Value, found[2].Lower, found[2].Upper));
    }

    // The interval is one of t with nine degrees; 0.89 is 3 standard errors below 0.95 at this many runs.
    [Fact]
    public void Measure_ManySamples_IntervalCoversTheTruth()
    {
        const int Runs = 120;
        var covered = Enumerable.Range(0, Runs).Count(run =>
        {
            var one = new PermutationImportance(Model(150, run + 1), 3, run, 1).Measure(["a"], TestContext.Current.CancellationToken)[0];
            return one.Lower <= Truth(2) && Truth(2) <= one.Upper;
        });

        Assert.InRange(covered, 0.89 * Runs, Runs);
    }

    [Fact]
    public void Measure_OneThreadOrTwo_SameBits() =>
        Assert.Equal(
            new PermutationImportance(Model(200), 3, 7, 1).Measure(KnownModels.Names, TestContext.Current.CancellationToken),
            new PermutationImportance(Model(200), 3, 7, 2).Measure(KnownModels.Names, TestContext.Current.CancellationToken));

    [Fact]
    public void Sample_OfParts_KeepsTruthAndRowsTogether()
    {
        var whole = Model(300);
        var parts = whole.Parts[0].Rows;
        var model = whole with { Parts = [new(parts.Take([.. Enumerable.Range(0, 100)]), KnownModels.Sum), new(parts.Take([.. Enumerable.Range(100, 200)]), KnownModels.Sum)] };

        var some = model.Sample(77, seed: 3);

        Assert.Equal(77, some.Parts.Sum(part => part.Rows.Table.RowCount));
        Assert.Equal(0, some.Metric.Score(some.Kind.Pair(some.Truth, some.Answer(rows => rows, TestContext.Current.CancellationToken))), 1e-12);
    }

    private static UnseenModel Model(int rows, int seed = 1)
    {
        var table = KnownModels.Rows(rows, seed);
        var labelled = new LabelledRows(LearningTask.Regression, KnownModels.Schema(), table) { Target = table["target"] };
        return new([new(labelled, KnownModels.Sum)], labelled, AnswerKind.For(labelled, 0), BuiltInMetrics.Get("rmse"), "sealed_holdout");
    }
}
