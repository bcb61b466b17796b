using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Measures.Intervals;

namespace Modelwright.Tests.Measures;

public sealed class MetricTests
{
    // Slopes against differences of scores whose weights differ by a thousandth: right to about its square.
    private const double SlopeTolerance = 1e-6;
    private const double QuantileTolerance = 1e-4;

    public static TheoryData<string> Names => [.. BuiltInMetrics.All.Select(metric => metric.Info.Name)];

    [Fact]
    public void Get_Typo_SuggestsNearest()
    {
        var error = Assert.Throws<OptionsException>(() => BuiltInMetrics.Get("roc_acu"));
        Assert.Equal(
            "Metric 'roc_acu' is not known. Did you mean 'roc_auc'? There are: accuracy, balanced_accuracy, precision, recall, f1, mcc, "
            + "roc_auc, pr_auc, log_loss, brier, mae, rmse, mape, r2, median_absolute_error.",
            error.Message);
    }

    [Theory]
    [InlineData("classification", 2, "roc_auc")]
    [InlineData("classification", 3, "log_loss")]
    [InlineData("regression", 0, "rmse")]
    public void Default_Task_NamesTheUsualOne(string task, int classes, string expected) =>
        Assert.Equal(expected, BuiltInMetrics.Default(LearningTask.Named(task)!, classes).Info.Name);

    [Fact]
    public void Default_TaskWithoutMetrics_SaysSo()
    {
        var error = Assert.Throws<OptionsException>(() => BuiltInMetrics.Default(LearningTask.Control, 0));
        Assert.Equal("Task 'control' has no metric here. Name a metric.", error.Message);
    }

    [Fact]
    public void Score_OtherTask_SaysWhichItScores()
    {
        var error = Assert.Throws<OptionsException>(() => BuiltInMetrics.Get("rmse").Score(Two([0], [0.5])));
        Assert.Equal("Metric 'rmse' scores regression; the answers are of another task. Choose a metric of the task.", error.Message);
    }

    [Fact]
    public void Loss_HigherIsBetter_IsNegative()
    {
        var answers = Two([0, 1, 1], [0.1, 0.9, 0.8]);
        Assert.Equal(-1, BuiltInMetrics.Get("accuracy").Loss(answers));
        Assert.Equal(BuiltInMetrics.Get("brier").Score(answers), BuiltInMetrics.Get("brier").Loss(answers));
    }

    [Fact]
    public void IsBetter_Undefined_IsWorst()
    {
        var metric = BuiltInMetrics.Get("roc_auc");
        Assert.True(metric.IsBetter(0.1, double.NaN));
        Assert.False(metric.IsBetter(double.NaN, 0.1));
        Assert.True(metric.IsBetter(0.8, 0.7));
    }

    [Theory]
    [InlineData("precision")]
    [InlineData("recall")]
    [InlineData("f1")]
    [InlineData("mcc")]
    public void Score_NothingAnsweredPositive_IsZero(string name) =>
        Assert.Equal(0, BuiltInMetrics.Get(name).Score(Two([0, 1, 1], [0.1, 0.2, 0.3])));

    [Fact]
    public void Score_FirstClassPositive_TurnsTheRanking()
    {
        var answers = Two([0, 1, 1, 0], [0.1, 0.9, 0.3, 0.4]);
        Assert.Equal(0.75, BuiltInMetrics.Get("roc_auc").Score(answers with { Positive = 0 }));
        Assert.Equal(2.0 / 3, BuiltInMetrics.Get("precision").Score(answers with { Positive = 0 }), 1e-15);
    }

    [Fact]
    public void Score_MapeWithTruthZero_LeavesTheRowOut() =>
        Assert.Equal(0.25, BuiltInMetrics.Get("mape").Score(new NumberAnswers([0, 4, 10], [7, 5, 7.5])));

    [Fact]
    public void Score_MapeAllTruthZero_IsUndefined() =>
        Assert.True(double.IsNaN(BuiltInMetrics.Get("mape").Score(new NumberAnswers([0, 0], [7, 5]))));

    [Theory]
    [InlineData(3, 3, 1)]
    [InlineData(3, 2, 0)]
    public void Score_R2ConstantTruth_IsOneOnlyIfRight(double truth, double answered, double expected) =>
        Assert.Equal(expected, BuiltInMetrics.Get("r2").Score(new NumberAnswers([truth, truth], [answered, truth])));

    [Fact]
    public void Score_LogLossOfCertainAndWrong_IsClipped() =>
        Assert.Equal(-Math.Log(1e-15), BuiltInMetrics.Get("log_loss").Score(Two([0, 0], [1, 1])), 1e-9);

    [Theory]
    [InlineData("accuracy", 1)]
    [InlineData("balanced_accuracy", 1)]
    [InlineData("precision", 1)]
    [InlineData("recall", 1)]
    [InlineData("f1", 1)]
    [InlineData("mcc", 0)]
    [InlineData("roc_auc", double.NaN)]
    [InlineData("pr_auc", double.NaN)]
    public void Score_OneClassAllRight_AsStated(string name, double expected) =>
        Assert.Equal(expected, BuiltInMetrics.Get(name).Score(Two([1, 1, 1], [0.9, 0.8, 0.7])));

    [Fact]
    public void Score_AllTies_HalfAndPrevalence()
    {
        var answers = Two([0, 1, 0, 0], [0.5, 0.5, 0.5, 0.5]);
        Assert.Equal(0.5, BuiltInMetrics.Get("roc_auc").Score(answers));
        Assert.Equal(0.25, BuiltInMetrics.Get("pr_auc").Score(answers));
        Assert.Equal(0.75, BuiltInMetrics.Get("accuracy").Score(answers));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Slopes_EveryRow_EqualDifferenceQuotient(string name)
    {
        // The median moves in jumps; its slopes are those of a share and are tested by the simulation of its interval.
        if (name == "median_absolute_error")
        {
            return;
        }

        foreach (var reference in References.Of(name))
        {
            if (BuiltInMetrics.Get(name) is Metric<ClassAnswers> classes)
            {
                CheckSlopes(classes, (ClassAnswers)reference.Answers);
            }
            else
            {
                CheckSlopes((Metric<NumberAnswers>)BuiltInMetrics.Get(name), (NumberAnswers)reference.Answers);
            }
        }
    }

    [Fact]
    public void Ascending_AnyNumbers_AsStableSort() =>
        Gen.OneOf(Gen.Double.Where(double.IsFinite), Gen.Int[-3, 3].Select(value => (double)value), Gen.Const(-0.0)).Array[0, 1500].Sample(keys =>
        {
            var order = new int[keys.Length];
            RadixOrder.Ascending(keys, order);
            Assert.Equal(Enumerable.Range(0, keys.Length).OrderBy(row => keys[row] + 0.0), order);
        });

    [Fact]
    public void Score_RocAuc_OnlyTheOrderMatters() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 20]).Array[2, 100].Sample(rows =>
        {
            var truth = Array.ConvertAll(rows, row => row.Item1);
            var metric = BuiltInMetrics.Get("roc_auc");
            var score = metric.Score(Two(truth, Array.ConvertAll(rows, row => row.Item2 / 20.0)));
            Assert.Equal(score, metric.Score(Two(truth, Array.ConvertAll(rows, row => Math.Exp(row.Item2) / 1e9))));
            var turned = metric.Score(Two(truth, Array.ConvertAll(rows, row => 1 - (row.Item2 / 20.0))));
            Assert.True(double.IsNaN(score) ? double.IsNaN(turned) : Math.Abs(1 - score - turned) < 1e-12);
        });

    [Theory]
    [InlineData(1, 12.706204736)]
    [InlineData(4, 2.776445105)]
    [InlineData(7, 2.364624252)]
    [InlineData(12, 2.178812830)]
    [InlineData(30, 2.042272456)]
    [InlineData(199, 1.971956544)]
    [InlineData(100_000, 1.959987707)]
    public void Of_Freedom_AsTabled(int freedom, double expected) => Assert.Equal(expected, StudentQuantile.Of(freedom), QuantileTolerance);

    private static void CheckSlopes<T>(Metric<T> metric, T answers)
        where T : Answers
    {
        const double Step = 1e-3;
        var slopes = new double[answers.Count];
        metric.Slopes(answers, metric.Value(answers), slopes);
        var weights = answers.Weights ?? [.. Enumerable.Repeat(1.0, answers.Count)];
        for (var row = 0; row < answers.Count; row++)
        {
            if (weights[row] == 0)
            {
                continue;
            }

            double Moved(double step)
            {
                var moved = (double[])weights.Clone();
                moved[row] += step;
                return metric.Score(answers with { Weights = moved });
            }

            var expected = (Moved(Step) - Moved(-Step)) / (2 * Step);
            Assert.True(Math.Abs(expected - slopes[row]) <= SlopeTolerance * Math.Max(1, Math.Abs(expected)), $"row {row}: expected {expected}, found {slopes[row]}");
        }
    }

    private static ClassAnswers Two(int[] truth, double[] positive) =>
        new(["no", "yes"], truth, [.. positive.SelectMany(probability => (double[])[1 - probability, probability])]);
}
