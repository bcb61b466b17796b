using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Baseline;
using Modelwright.Learners.Tests.Data;

namespace Modelwright.Learners.Tests.Baseline;

public sealed class BaselineTests
{
    [Fact]
    public void Fit_WeightedClasses_AnswersTheirShares()
    {
        var data = new TrainingSet(LearningTask.Classification, new Table([], 3))
        {
            Target = new CategoryColumn("answer", ["no", "yes"], [0, 1, 1]),
            Weights = [2, 1, 1],
        };
        var form = new BaselineLearner().Fit(data, ParameterValues.Default, new FitContext()).Form;
        Assert.Equal([0.5, 0.5], Answers.Probabilities(form, new Table([], 1)));
    }

    [Fact]
    public void Fit_WeightedNumbers_AnswersTheirMean()
    {
        var data = new TrainingSet(LearningTask.Regression, new Table([], 3)) { Target = new NumberColumn("price", [1, 2, 6]), Weights = [1, 1, 2] };
        var form = new BaselineLearner().Fit(data, ParameterValues.Default, new FitContext()).Form;
        Assert.Equal([3.75], Answers.Numbers(form, new Table([], 1)));
    }

    [Fact]
    public void AddBuiltIn_EmptyCatalog_HoldsAll() =>
        Assert.Equal(
        [
            "baseline", "linear", "neighbors", "random_forest", "extra_trees", "decision_tree", "rules", "naive_bayes", "additive", "kernel_svm", "kernel_approximation", "network",
            "k_means", "gaussian_mixture", "genie", "ward", "hdbscan", "isolation_forest",
            "ecod", "histogram", "principal_components", "robust_covariance", "neighbor_distance", "outlier_factor", "one_class_svm", "exact_neighbor_distance", "exact_outlier_factor", "stream_watch",
        ], new LearnerCatalog().AddBuiltIn().Learners.Select(learner => learner.Info.Name));
}
