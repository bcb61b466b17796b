using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>Few weighted rules, taken from small trees one after another; as many as rows held out inside the fit call for.</summary>
/// <remarks>
/// After Friedman &amp; Popescu 2008 (rules are the nodes of small trees, their weights are fitted together). Where we differ: rules
/// are taken greedily with all weights fitted again each time (Dembczynski, Kotlowski &amp; Slowinski 2010; orthogonal matching
/// pursuit), which gives fewer rules than an L1 penalty; there are no linear terms.
/// </remarks>
public sealed class RuleLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "rules",
        Title = "Rule set",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = [ColumnType.Number, ColumnType.Category],
        TakesMissing = true,
        Readability = Readability.Fully,
        Strength = 0.745,
        Source = "Friedman & Popescu 2008, \"Predictive learning via rule ensembles\", Annals of Applied Statistics 2.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => RuleParameters.Specs;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return
        [
            ParameterValues.Default.With(RuleParameters.Trees.Name, 30),
            ParameterValues.Default,
            ParameterValues.Default.With(RuleParameters.MaxRules.Name, 30).With(RuleParameters.Pruning.Name, RuleParameters.Best),
        ];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return RuleCost.Estimate(shape, RuleParameters.Read(values));
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var (form, rules, trees, wasLate) = new RuleFit(admitted, RuleParameters.Read(values), context).Run();
        if (!wasLate)
        {
            return new(form, new FitReport { Decided = values });
        }

        var decided = values
            .With(RuleParameters.MaxRules.Name, Math.Max(1, rules))
            .With(RuleParameters.Trees.Name, Math.Max(1, trees))
            .With(RuleParameters.Pruning.Name, RuleParameters.All);
        var warning = string.Create(CultureInfo.InvariantCulture, $"The deadline came after {rules} rules from {trees} trees, or before their number was settled. Give the fit more time.");
        return new(form, new FitReport { End = FitEnd.Deadline, Decided = decided, Warnings = [warning] });
    }
}
