using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Single;

/// <summary>One decision tree of few leaves, cut back to the size that rows held out inside the fit call for.</summary>
/// <remarks>
/// Breiman, Friedman, Olshen &amp; Stone 1984: cost-complexity pruning with the rule of one standard error. Where we differ: a tree
/// of four times the leaves it may keep is grown, the split that saves most first; classes are split and cut by Gini's index.
/// </remarks>
public sealed class DecisionTreeLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "decision_tree",
        Title = "Decision tree",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number, ColumnType.Category],
        TakesMissing = true,
        Readability = Readability.Fully,
        Strength = 0.704,
        Source = "Breiman, Friedman, Olshen & Stone 1984, \"Classification and regression trees\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => DecisionTreeParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return
        [
            ParameterValues.Default,
            ParameterValues.Default.With(DecisionTreeParameters.MaxLeaves.Name, 40).With(DecisionTreeParameters.Pruning.Name, DecisionTreeParameters.Best),
        ];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return DecisionTreeCost.Estimate(shape, DecisionTreeSettings.Of(values));
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var (form, price, wasLate) = new DecisionTreeFit(admitted, DecisionTreeSettings.Of(values), context).Run();
        if (!wasLate)
        {
            return new(form, new FitReport { Decided = values });
        }

        var decided = values.With(DecisionTreeParameters.Pruning.Name, DecisionTreeParameters.Given).With(DecisionTreeParameters.CcpAlpha.Name, price);
        const string Warning = "The deadline came before the size of the tree was settled on held-out rows. Give the fit more time.";
        return new(form, new FitReport { End = FitEnd.Deadline, Decided = decided, Warnings = [Warning] });
    }
}
