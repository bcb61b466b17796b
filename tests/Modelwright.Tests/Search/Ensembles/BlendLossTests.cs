using Modelwright.Measures;
using Modelwright.Search.Ensembles;

namespace Modelwright.Tests.Search.Ensembles;

public sealed class BlendLossTests
{
    private static readonly ClassAnswers Sharp = new(["no", "yes"], [0, 1, 0, 1], [0.8, 0.2, 0.2, 0.8, 0.9, 0.1, 0.3, 0.7]);
    private static readonly ClassAnswers Flat = new(["no", "yes"], [0, 1, 0, 1], [0.502, 0.498, 0.498, 0.502, 0.503, 0.497, 0.499, 0.501]);

    private static double Of(string metric, ClassAnswers answers) => new BlendLoss(BuiltInMetrics.Get(metric)).Of(answers);

    [Theory]
    [InlineData("roc_auc")]
    [InlineData("pr_auc")]
    [InlineData("accuracy")]
    [InlineData("mcc")]
    public void Of_EqualRanksAndLabels_TheBetterProbabilitiesWin(string metric)
    {
        Assert.Equal(BuiltInMetrics.Get(metric).Score(Sharp), BuiltInMetrics.Get(metric).Score(Flat));
        Assert.True(Of(metric, Sharp) < Of(metric, Flat));
    }

    [Theory]
    [InlineData("log_loss")]
    [InlineData("brier")]
    public void Of_ProperMetric_TheMetricItself(string metric) => Assert.Equal(BuiltInMetrics.Get(metric).Loss(Flat), Of(metric, Flat));

    [Fact]
    public void Of_Numbers_TheMetricItself() =>
        Assert.Equal(0.5, new BlendLoss(BuiltInMetrics.Get("mae")).Of(new NumberAnswers([1, 2], [1.5, 2.5])), 12);

    [Fact]
    public void IsProper_MetricsOfRanksAndLabels_AreNot() => Assert.Equal(
        ["accuracy", "balanced_accuracy", "precision", "recall", "f1", "mcc", "roc_auc", "pr_auc"],
        BuiltInMetrics.All.Where(metric => !metric.Info.IsProper).Select(metric => metric.Info.Name));
}
