using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Search;
using Modelwright.Splits;
using Modelwright.Validation;

namespace Modelwright;

/// <summary>
/// Fits the recipe of a package again on other rows: its heaviest member alone and in seconds, or all of it. Columns, their types and the
/// steps that were named are those of the package; calibration is left out.
/// </summary>
internal sealed class PackageRefit
{
    /// <summary>Rows of a fit of the single member at most, and at least where there are as many.</summary>
    private const int MostRows = 20_000;
    private const int FewestRows = 1_000;

    /// <summary>Seconds on one thread of such a fit, as the learner declares it: not by the clock, so that the same rows are drawn everywhere.</summary>
    private const double MostSeconds = 2;

    /// <summary>Share of the rows by whose loss a learner of rounds stops, where the plan does not say how many it takes.</summary>
    private const double HeldOut = 0.2;

    private const long FeatureMemory = 64L << 20;

    private readonly Package _package;
    private readonly TrainingPlan _plan;
    private readonly Recipe _recipe;
    private readonly bool _isDeep;
    private readonly int _threads;

    private PackageRefit(Package package, TrainingPlan plan, Recipe recipe, (bool IsDeep, int Threads) how)
    {
        (_package, _plan, _isDeep, _threads) = (package, plan, how.IsDeep, how.Threads);
        _recipe = how.IsDeep ? recipe with { Teaching = null } : Single(recipe, package.Model.Schema);
    }

    /// <summary>What is fitted, in a sentence.</summary>
    public string Meaning => _isDeep
        ? "The recipe of the package in full."
        : $"The heaviest member of the package alone, {_recipe.Members[0].Candidate.Learner.Info.Title}.";

    /// <summary>The recipe of a package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="learners">The learners of this program.</param>
    /// <param name="isDeep">Whether all members are fitted, on all rows.</param>
    /// <param name="threads">Threads to use; the fits are the same at any number.</param>
    /// <returns>The recipe; or why it cannot be fitted again, a sentence with its remedy.</returns>
    public static (PackageRefit? Refit, string? NotRun) Of(Package package, LearnerCatalog learners, bool isDeep, int threads)
    {
        try
        {
            var plan = Documents.ReadPlan(package.PlanJson, "plan.json of the package");
            if (plan.Decision is not { } decision || package.Model.Schema.Target is null)
            {
                return (null, "The package does not say how its model is made again. Train it with this release.");
            }

            var recipe = Recipe.From(decision, learners);
            return recipe.Members.Select(member => member.Candidate.Learner.Unavailable).OfType<string>().FirstOrDefault() is { } unavailable
                ? (null, $"A learner of the package cannot work here: {unavailable}")
                : (new(package, plan, recipe, (isDeep, threads)), null);
        }
        catch (OptionsException fault)
        {
            return (null, fault.Message);
        }
    }

    /// <summary>As many rows as are fitted in seconds, drawn by a seed; all where the whole recipe is fitted.</summary>
    /// <param name="rows">Training rows.</param>
    /// <param name="seed">Chance.</param>
    public Table Sample(Table rows, int seed)
    {
        var count = _isDeep ? rows.RowCount : RowsOf(rows);
        return count == rows.RowCount ? rows : rows.Take(RowSample.Draw(rows.RowCount, count, seed));
    }

    /// <summary>Fits.</summary>
    /// <param name="rows">Training rows in the types of the package's schema, each with a target.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>How the fit answers rows, paired with their truth.</returns>
    /// <exception cref="DataException">The rows cannot be learned from.</exception>
    public Func<Table, CancellationToken, Answers> Fit(Table rows, CancellationToken cancellation) => Fit(rows, weights: null, cancellation);

    /// <summary>Fits with weights, which come on top of those that the rows have.</summary>
    /// <param name="rows">Training rows in the types of the package's schema, each with a target.</param>
    /// <param name="weights">One a row; null for one each.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>How the fit answers rows, paired with their truth.</returns>
    /// <exception cref="DataException">The rows cannot be learned from.</exception>
    public Func<Table, CancellationToken, Answers> Fit(Table rows, double[]? weights, CancellationToken cancellation)
    {
        var labelled = Labelled(rows);
        labelled = weights is null ? labelled : labelled with { Weights = labelled.Weights is { } own ? [.. own.Zip(weights, (one, other) => one * other)] : weights };
        var kind = AnswerKind.For(labelled, positive: 1);
        var fit = new RecipeFitter(labelled, kind, FeatureMemory).Fit(_recipe, new(_threads, TimeProvider.System, Deadline: null, cancellation));

        // The decision that was learned is kept: it says what an answer costs, not how the model was made.
        var model = _package.Model with { Form = fit.Form!, Rules = AnswerRules.None with { Decision = _package.Model.Rules.Decision } };
        var package = _package with { Model = model };
        return (brought, stop) =>
        {
            var asked = LabelledPackage.Of(package, brought);
            return asked.Answer([.. Enumerable.Range(0, asked.Count)], _threads, stop).Answers;
        };
    }

    /// <summary>The heaviest member: once on all rows, or where its rounds were not written down, with rows held out that say when to stop.</summary>
    private static Recipe Single(Recipe recipe, Schema schema)
    {
        var candidate = recipe.Members.MaxBy(member => member.Weight).Candidate;
        candidate = candidate with { Values = candidate.ValuesFor(0), SplitValues = null };
        var isWhole = recipe.IsWhole || !candidate.Learner.Info.StopsEarly;
        return new(isWhole ? recipe.Partition : new(SplitterChoice.HoldoutFor(schema).Info.Name, 1, HeldOut), isWhole, [(candidate, 1)]);
    }

    private LabelledRows Labelled(Table rows)
    {
        var schema = _package.Model.Schema;
        var table = Admission.Admit(rows, schema, needsTarget: true).Table;
        var labelled = new LabelledRows(_package.Model.Task, schema, table) { Steps = NamedSteps.Parse(_plan.Steps), Target = table[schema.Target!.Name] };
        labelled = labelled with { Weights = Question.WeightsOf(labelled), ClassWeights = ClassWeighting.Of(_plan.ClassWeights, labelled.Target!) };
        TargetCheck.Check(labelled);
        return labelled;
    }

    private int RowsOf(Table rows)
    {
        var candidate = _recipe.Members[0].Candidate;
        var schema = _package.Model.Schema;
        var numbers = schema.Features.Count(column => column.Type == ColumnType.Number);
        var outputs = Math.Max(1, schema.Target!.Levels.Count);
        var count = Math.Min(MostRows, rows.RowCount);
        while (count > FewestRows && candidate.Learner.Estimate(new(_package.Model.Task, count, numbers, schema.Features.Count() - numbers, outputs), candidate.Values).Seconds > MostSeconds)
        {
            count = Math.Max(FewestRows, count / 2);
        }

        return count;
    }
}
