using Modelwright.Measures;

namespace Modelwright.Tests.Measures;

/// <summary>Standard errors and ends of intervals against values by hand.</summary>
public sealed class EstimateTests
{
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

    private static ClassAnswers Two(int[] truth, double[] positive) =>
        new(["no", "yes"], truth, [.. positive.SelectMany(probability => (double[])[1 - probability, probability])]);
}
