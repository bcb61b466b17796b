using Modelwright.Core.Errors;
using Modelwright.Measures;
using Modelwright.Recording.Stacking;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Search;
using Modelwright.Search.Limits;
using Modelwright.Search.Stacking;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>Puts a second layer over the chosen members where rows that no fit had seen say that it is worth it.</summary>
internal sealed class StackStage(Training told, Question question, AnswerKind kind, RunClock clock, ProgressVoice voice)
{
    /// <summary>Under this many rows, those that are put away to decide are too few to tell a gain from noise.</summary>
    private const int FewestRows = 2_000;

    /// <summary>Of a shorter budget too little is left: the seconds are better spent on more trials. A minute, less what a program takes to start.</summary>
    private const double LeastBudget = 55;

    /// <summary>Part of such a budget that the search leaves for it.</summary>
    private const double BudgetShare = 0.12;

    /// <summary>Answers that a second layer reads at most: with more columns than that it learns of noise.</summary>
    private const int MostColumns = 40;

    /// <summary>Splits from which the first round of all learners took so little of the budget that much of it is left.</summary>
    private const int FewestFolds = 6;

    /// <summary>What a refit may take beside what it was expected to.</summary>
    private const double Slack = 1.3;

    private readonly ModelLimits _limits = ModelLimits.Of(question.Plan);
    private readonly long _featureMemory = told.Memory is { } limit ? limit / 10 : 64L << 20;

    /// <summary>The budget where the clock ends the search; with a number of trials alone nothing is too long.</summary>
    private double Budget => clock.IsLimited && told.Limit is { } budget ? budget.TotalSeconds : double.PositiveInfinity;

    /// <summary>Seconds that the search is to leave.</summary>
    /// <param name="partition">How the search parts rows.</param>
    /// <param name="rows">The rows of the search.</param>
    /// <param name="holdsAll">Whether the search works with all rows that it may see.</param>
    public double Reserve(PartitionPlan partition, LabelledRows rows, bool holdsAll) =>
        double.IsFinite(Budget) && Budget >= LeastBudget && IsFor(partition, rows, holdsAll) ? BudgetShare * Budget : 0;

    /// <summary>Tries.</summary>
    /// <param name="choice">What the search chose.</param>
    /// <param name="holdsAll">Whether the search worked with all rows that it might see.</param>
    /// <param name="isRefitted">Whether both layers are to be fitted again on more rows.</param>
    /// <param name="fitLimits">Threads and the time by which both layers are to be done.</param>
    /// <returns>The choice with two layers where they won, else with what was tried.</returns>
    public Choice Of(Choice choice, bool holdsAll, bool isRefitted, FitLimits fitLimits)
    {
        var outcome = choice.Outcome;
        if (!IsFor(outcome.Partition.Plan, choice.Rows, holdsAll) || !outcome.Partition.IsBag || outcome.Stopped || Budget < LeastBudget
            || StackColumns.Count(outcome.Members.Count, kind.Classes) > MostColumns || outcome.Members[0].Trial.Candidate.Learner.Info.IsBaseline)
        {
            return choice;
        }

        var best = outcome.Members.Select(member => member.Trial).MinBy(trial => trial.Loss)!;
        var layer = SecondLayer.Of(best, question.Plan.Seed);
        var members = outcome.Members.Sum(member => member.Trial.Seconds);
        if (clock.IsLimited && Slack * ((StackHoldout.Cost * (members + best.Seconds)) + best.Seconds + (isRefitted ? members + best.Seconds : 0)) > fitLimits.SecondsLeft)
        {
            return choice with { Stacking = NotTried(layer) };
        }

        voice.Say("stacking", 0.84, "Asking whether a second layer is worth it.");
        try
        {
            return Try(choice, layer, fitLimits);
        }
        catch (OperationCanceledException) when (fitLimits.Cancellation.IsCancellationRequested)
        {
            return choice;
        }
        catch (Exception fault) when (fault is ModelwrightException or InvalidOperationException || MemoryFault.Is(fault))
        {
            // A second layer that cannot be fitted must not end a run that has a model.
            return choice with { Stacking = new(layer.Candidate.Learner.Info.Name, IsKept: false, $"A second layer over the members could not be fitted: {fault.Message}") };
        }
    }

    private Choice Try(Choice choice, SecondLayer layer, FitLimits fitLimits)
    {
        var outcome = choice.Outcome;
        var metric = question.Metric;
        var holdout = new StackHoldout(choice.Rows, kind, metric, _featureMemory, question.Plan.Seed);
        if (holdout.Try(outcome.Partition, [.. outcome.Members.Select(member => member.Trial.Candidate)], layer, fitLimits) is not { } verdict)
        {
            return choice with { Stacking = NotTried(layer) };
        }

        var evidence = Evidence(layer, verdict, metric);
        if (!verdict.IsKept)
        {
            return choice with { Stacking = evidence };
        }

        var stacked = new StackFitter(choice.Rows, kind, _featureMemory).Fit(layer, outcome.Partition, [.. outcome.Members.Select(member => (member.Trial.Predictions, member.Weight))], fitLimits);
        if (stacked.Fits.IsCutShort)
        {
            return choice with { Stacking = NotTried(layer) };
        }

        return choice with
        {
            Stacked = stacked with { HeldRows = verdict.HeldRows, Held = new(choice.Rows.AnswersOnly.Take(verdict.HeldRows), verdict.Answers, verdict.Halves) },
            Stacking = evidence,
            Recipe = choice.Recipe with { Second = layer.Again(stacked.Fits) },
            Form = StackFitter.Form(kind, [.. outcome.Members.Select(member => (member.Trial.Fits!.Folds, member.Weight))], stacked.Fits.Folds, layer.Share),
        };
    }

    private bool IsFor(PartitionPlan partition, LabelledRows rows, bool holdsAll) =>
        holdsAll && rows.Table.RowCount >= FewestRows && partition is { Folds: >= FewestFolds, Repeats: 1, MayBeBag: true } && !_limits.IsAny && !question.Reading.IsByFolds
        && rows.Steps.Variants.Count == 0 && !rows.Schema.Columns.Any(column => column.Name.StartsWith(StackColumns.Prefix, StringComparison.Ordinal));

    private static EvidenceStacking NotTried(SecondLayer layer) => new(
        layer.Candidate.Learner.Info.Name, IsKept: false, "The time did not suffice to try a second layer over the members.");

    private static EvidenceStacking Evidence(SecondLayer layer, StackVerdict verdict, IMetric metric)
    {
        var info = layer.Candidate.Learner.Info;
        var said = FormattableString.Invariant($"on {verdict.Rows} rows that no fit had seen {metric.Info.Name} is {verdict.Stack:G4} with it and {verdict.Blend:G4} without, the standard error of the difference is {verdict.StandardError:G2}");
        return new(info.Name, verdict.IsKept, $"A second layer ({info.Title}) over the members {(verdict.IsKept ? "is part of it" : "was tried and left out")}: {said}.")
        {
            Blend = verdict.Blend,
            Stack = verdict.Stack,
            StandardError = double.IsNaN(verdict.StandardError) ? null : verdict.StandardError,
            Rows = verdict.Rows,
        };
    }
}
