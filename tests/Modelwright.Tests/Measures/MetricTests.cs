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
    [InlineData(LearningTask.Classification, 2, "roc_auc")]
    [InlineData(LearningTask.Classification, 3, "log_loss")]
    [InlineData(LearningTask.Regression, 0, "rmse")]
    public void Default_Task_NamesTheUsualOne(LearningTask task, int classes, string expected) =>
        Assert.Equal(expected, BuiltInMetrics.Default(task, classes).Info.Name);

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

    [Fact]
    public void Estimate_Accuracy_IsWilsonWithStudent()
    {
        // 70 of 100 right; the standard error divides by 99, so that Wilson's rows are 99. Computed with scipy 1.10.
        var truth = Enumerable.Range(0, 100).Select(row => row < 70 ? 1 : 0).ToArray();
        var estimate = BuiltInMetrics.Get("accuracy").Estimate(Two(truth, Enumerable.Repeat(0.9, 100).ToArray()));
        Assert.Equal(0.7, estimate.Value, 1e-12);
        Assert.Equal(Math.Sqrt(0.7 * 0.3 / 99), estimate.StandardError, 1e-12);
        Assert.Equal(0.6024029525, estimate.Lower, 1e-5);
        Assert.Equal(0.7822979327, estimate.Upper, 1e-5);
    }

    [Fact]
    public void Estimate_AllRight_DoesNotClaimCertainty()
    {
        foreach (var name in (string[])["accuracy", "balanced_accuracy", "precision", "recall", "f1", "mcc", "roc_auc", "pr_auc"])
        {
            var estimate = BuiltInMetrics.Get(name).Estimate(Two([0, 1, 1, 0, 0, 1], [0.1, 0.9, 0.8, 0.2, 0.3, 0.7]));
            Assert.Equal(1, estimate.Value);
            Assert.Equal(1, estimate.Upper);
            Assert.InRange(estimate.Lower, -1, 0.6);
        }
    }

    [Fact]
    public void Estimate_BrierOfCertainAndRight_DoesNotClaimCertainty()
    {
        var estimate = BuiltInMetrics.Get("brier").Estimate(Two([0, 1, 1, 0, 0, 1], [0, 1, 1, 0, 0, 1]));
        Assert.Equal(0, estimate.Value);
        Assert.Equal(0, estimate.Lower);
        Assert.InRange(estimate.Upper, 0.5, 2);
    }

    [Fact]
    public void Estimate_Mae_IsTheErrorOfAMean()
    {
        // Errors 1, 2, 3, 4, 10: mean 4, standard deviation sqrt(12.5); t of 4 degrees 2.776445. The ends are 4 times and by exp(t * se / 4).
        var estimate = BuiltInMetrics.Get("mae").Estimate(new NumberAnswers(new double[5], [1, -2, 3, -4, 10]));
        Assert.Equal(Math.Sqrt(12.5 / 5), estimate.StandardError, 1e-12);
        Assert.Equal(4 / Math.Exp(2.776445105 * Math.Sqrt(2.5) / 4), estimate.Lower, 1e-4);
        Assert.Equal(4 * Math.Exp(2.776445105 * Math.Sqrt(2.5) / 4), estimate.Upper, 1e-4);
    }

    [Fact]
    public void Estimate_RocAuc_IsDeLong()
    {
        // Placements by hand: positives 0.9, 0.8, 0.35 win 4, 4, 2 of 4; negatives 0.1, 0.2, 0.4, 0.6 lose to 3, 3, 2, 2 of 3.
        var estimate = BuiltInMetrics.Get("roc_auc").Estimate(Two([1, 1, 1, 0, 0, 0, 0], [0.9, 0.8, 0.35, 0.1, 0.2, 0.4, 0.6]));
        var value = 10.0 / 12;
        double[] wins = [1, 1, 0.5];
        double[] losses = [1, 1, 2.0 / 3, 2.0 / 3];
        var variance = (wins.Sum(win => Math.Pow(win - value, 2)) / 9) + (losses.Sum(loss => Math.Pow(loss - value, 2)) / 16);
        Assert.Equal(value, estimate.Value, 1e-12);
        Assert.Equal(Math.Sqrt(variance * 7 / 6), estimate.StandardError, 1e-12);
    }

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

    [Fact]
    public void Estimate_RowsInFewGroups_IsWider()
    {
        var random = new Random(5);
        var groups = Enumerable.Range(0, 200).Select(row => row / 20).ToArray();
        var shift = Enumerable.Range(0, 10).Select(_ => random.NextDouble() * 3).ToArray();
        var answers = new NumberAnswers(new double[200], [.. groups.Select(group => shift[group] + random.NextDouble())]);
        var metric = BuiltInMetrics.Get("mae");
        Assert.True(metric.Estimate(answers, groups).StandardError > 2 * metric.Estimate(answers).StandardError);
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
