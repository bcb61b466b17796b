using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees;

/// <summary>Many deep trees, each on drawn rows with the best of drawn columns at every split; the answer is their mean.</summary>
/// <remarks>
/// Breiman 2001. Where we differ: columns are cut into at most 255 bins first, missing values go to the side where they
/// fit best, and levels of a category are put in order once.
/// </remarks>
public sealed class RandomForestLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "random_forest",
        Title = "Random forest",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number, ColumnType.Category],
        TakesMissing = true,
        IsRandom = true,
        Strength = 0.923,
        Source = "Breiman 2001, \"Random forests\", Machine Learning 45.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => ForestParameters.RandomForest.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => ForestPortfolio.Of(shape, ForestParameters.RandomForest, randomThresholds: false);

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return ForestCost.Estimate(shape, ForestParameters.RandomForest.Read(values, randomThresholds: false));
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        return ForestReport.Of(admitted, values, context, ForestParameters.RandomForest, randomThresholds: false);
    }
}
