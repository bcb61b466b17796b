using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees;

/// <summary>Many deep trees on all rows, each split at a drawn threshold of drawn columns; the answer is their mean.</summary>
/// <remarks>Geurts, Ernst &amp; Wehenkel 2006. Where we differ: see <see cref="RandomForestLearner"/>; missing values go to a drawn side.</remarks>
public sealed class ExtraTreesLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "extra_trees",
        Title = "Extremely randomised trees",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number, ColumnType.Category],
        TakesMissing = true,
        IsRandom = true,
        Strength = 0.944,
        Source = "Geurts, Ernst & Wehenkel 2006, \"Extremely randomized trees\", Machine Learning 63.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => ForestParameters.ExtraTrees.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => ForestPortfolio.Of(shape, ForestParameters.ExtraTrees, randomThresholds: true);

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return ForestCost.Estimate(shape, ForestParameters.ExtraTrees.Read(values, randomThresholds: true));
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        return ForestReport.Of(admitted, values, context, ForestParameters.ExtraTrees, randomThresholds: true);
    }
}
