using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Measures;
using Modelwright.Runtime.Packaging;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

public sealed class ComparisonTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    [Fact]
    public async Task Of_TrainedAgainstABaseline_IsBetterAndTheOtherWayWorse()
    {
        var (good, poor) = (await TrainAsync(trials: 3), await TrainAsync(trials: 1, ignore: ["age", "plan"]));
        var rows = SmallTables.Classes(600, seed: 5);
        var comparison = Comparison.Of(poor, good, rows, cancellation: TestContext.Current.CancellationToken);
        var turned = Comparison.Of(good, poor, rows, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(("better", "worse"), (comparison.Verdict, turned.Verdict));
        Assert.Equal("log_loss", comparison.Loss);
        Assert.True(comparison.Losses.Upper < 0 && comparison.Losses.WinShare > 0.6);
        Assert.Equal(comparison.Losses.Difference, -turned.Losses.Difference, 1e-12);
        Assert.Equal("roc_auc", comparison.Metrics[0].Metric);
        Assert.All(comparison.Metrics, metric => Assert.InRange(metric.Difference, metric.Lower, metric.Upper));
    }

    [Fact]
    public async Task Of_APackageAndItself_IsNoDifference()
    {
        var package = await TrainAsync(trials: 1);
        var comparison = Comparison.Of(package, package, SmallTables.Classes(100, seed: 6), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(("no_difference", 1, 0.5), (comparison.Verdict, comparison.Losses.PValue, comparison.Losses.WinShare));
        Assert.All(comparison.Metrics, metric => Assert.Equal((0, 0), (metric.Difference, metric.StandardError)));
    }

    [Fact]
    public async Task Of_OtherQuestion_TellsAllThatDiffers()
    {
        var classes = await TrainAsync(trials: 1);
        var numbers = (await new Training(SmallTables.Numbers(100), "answer") { Learners = Learners, Trials = 1 }.RunAsync(stop: TestContext.Current.CancellationToken)).Package;

        Assert.Equal(
            "The first package answers classification, the second regression. Compare packages of one task.\n" +
            "The target of the first package is 'churned', that of the second 'answer'. Compare packages that predict the same column.",
            Assert.Throws<OptionsException>(() => Comparison.Of(classes, numbers, SmallTables.Classes(10), cancellation: TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public void Difference_OfPairedAnswers_IsSurerThanOfTwoSamplesAndHoldsTheTruth()
    {
        // Two models that err alike: the second is a little worse than the first on every row.
        var metric = (Modelwright.Measures.Comparing.IPairedMetric)BuiltInMetrics.Get("rmse");
        var (held, runs) = (0, 400);
        var truth = Math.Sqrt(1 + (0.3 * 0.3)) - 1;
        for (var run = 0; run < runs; run++)
        {
            var random = new Random(run);
            double[] noise = [.. Enumerable.Range(0, 300).Select(_ => Validation.Answering.SimulatedAnswers.Normal(random))];
            double[] worse = [.. noise.Select(error => error + (0.3 * Validation.Answering.SimulatedAnswers.Normal(random)))];
            var (first, second) = (new NumberAnswers(new double[300], noise), new NumberAnswers(new double[300], worse));
            var difference = metric.Difference(first, second, groups: null);
            held += difference.Lower <= truth && truth <= difference.Upper ? 1 : 0;
            Assert.True(difference.StandardError < 0.7 * BuiltInMetrics.Get("rmse").Estimate(first).StandardError);
        }

        Assert.InRange((double)held / runs, 0.92, 0.98);
    }

    private static async Task<Package> TrainAsync(int trials, params string[] ignore) =>
        (await new Training(SmallTables.Classes(400), "churned") { Learners = Learners, Trials = trials, Ignore = ignore }.RunAsync(stop: TestContext.Current.CancellationToken)).Package;
}
