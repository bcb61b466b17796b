using Modelwright.Measures;
using Modelwright.Search;
using Modelwright.Search.Ensembles;
using Modelwright.Search.Limits;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>
/// Fits what a search chose once on its rows, so that the model that is validated is of the shape that is shipped; members
/// that turn out to cost too much then go.
/// </summary>
internal sealed class WholeChoice(LabelledRows rows, int[]? places, AnswerKind kind, IMetric metric, ModelLimits limits, CostMeter meter)
{
    /// <summary>The choice with its form.</summary>
    /// <param name="outcome">What the search found, with a rule of whole fits.</param>
    /// <param name="recipeOf">The recipe of an outcome.</param>
    /// <param name="fit">Fits a recipe on the rows of the search.</param>
    public Choice Of(SearchOutcome outcome, Func<SearchOutcome, Recipe> recipeOf, Func<Recipe, Shipped> fit)
    {
        while (true)
        {
            var fitted = fit(recipeOf(outcome));
            var cost = meter.Of(fitted.Form);
            if (limits.Admit(cost))
            {
                return new(outcome, fitted.Recipe, rows, fitted.Form) { Places = places };
            }

            outcome = Without(outcome, cost);
        }
    }

    private SearchOutcome Without(SearchOutcome outcome, ModelCost cost)
    {
        var dearest = outcome.Members.Select(member => member.Trial).MaxBy(trial => Math.Max(trial.Cost!.Seconds / limits.Seconds, trial.Cost.Bytes / limits.Bytes))!;
        var over = dearest with { IsOverLimits = true, Fits = null, Cost = outcome.Members.Count == 1 ? cost : dearest.Cost };
        Trial[] trials = [.. outcome.Trials.Select(trial => trial == dearest ? over : trial)];
        Trial[] left = [.. trials.Where(trial => trial is { MayShip: true, Fits: not null } && !trial.Candidate.Learner.Info.IsBaseline)];
        if (left.Length == 0)
        {
            throw limits.Refusal(trials);
        }

        var covered = rows.AnswersOnly.Take(outcome.Partition.Covered);
        return outcome with { Trials = trials, Members = EnsembleChoice.Members([.. EnsembleChoice.Worthy(trials)], covered, kind, metric, outcome.Rule) };
    }
}
