using Modelwright.Core.Learning;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>Fits a recipe on rows: the same code for the refit at the end of a run and for repeating a plan.</summary>
internal sealed class RecipeFitter(LabelledRows rows, AnswerKind kind, long featureMemory)
{
    private readonly FeatureCache _cache = new(rows, featureMemory);

    /// <summary>What a member may take of its share of the time left: a heavy one that is cut short is a greater loss than a light one behind it.</summary>
    private const double Slack = 1.5;

    /// <summary>Fits every member, heaviest first; one that the clock ends before it is done is left out.</summary>
    /// <param name="recipe">What to fit.</param>
    /// <param name="limits">Threads, time and cancellation; the time left is shared by the members as they are expected to need it.</param>
    /// <param name="progress">Called after each member with the share done.</param>
    /// <returns>What was fitted, and what was not.</returns>
    public RecipeFit Fit(Recipe recipe, FitLimits limits, Action<double>? progress = null)
    {
        var done = new List<(Candidate Candidate, double Weight, IReadOnlyList<FoldFit> Folds)>();
        var cutShort = new List<Candidate>();
        foreach (var (candidate, weight) in recipe.Members)
        {
            var shared = limits with { Deadline = Deadline(limits, recipe, done.Count + cutShort.Count) };
            var folds = recipe.IsWhole ? [FitWhole(candidate, shared)] : FitFolds(candidate, recipe.Partition, shared);
            if (folds.Any(fold => fold.Report.End == FitEnd.Deadline))
            {
                cutShort.Add(candidate);
            }
            else
            {
                ParameterValues[] decided = [.. folds.Select(fold => fold.Repeating)];
                done.Add((candidate with { Values = decided[0], SplitValues = decided.Length > 1 ? decided : null }, weight, folds));
            }

            progress?.Invoke((double)(done.Count + cutShort.Count) / recipe.Members.Count);
        }

        var kept = cutShort.Count == 0 ? 1 : done.Sum(member => member.Weight);
        var form = done.Count == 0 ? null : Blender.Blend(kind, done.SelectMany(member => member.Folds.Select(fold => (fold, member.Weight / kept / member.Folds.Count))));
        return new(form, recipe with { Members = done.ConvertAll(member => (member.Candidate, member.Weight / kept)) }, cutShort, kept);
    }

    /// <summary>When a member is to be done, so that those after it have what they need.</summary>
    private static long? Deadline(FitLimits limits, Recipe recipe, int member)
    {
        if (limits.Deadline is not { } deadline)
        {
            return null;
        }

        double[] needs = recipe.Seconds.Count > 0 ? [.. recipe.Seconds.Skip(member)] : [.. Enumerable.Repeat(1.0, recipe.Members.Count - member)];
        var now = limits.Time.GetTimestamp();
        return now + (long)((deadline - now) * Math.Min(1, Slack * needs[0] / needs.Sum()));
    }

    private IReadOnlyList<FoldFit> FitFolds(Candidate candidate, PartitionPlan plan, FitLimits limits)
    {
        var partition = Partition.Make(plan, rows, candidate.PartitionSeed);
        return new CrossFitter(kind, _cache).Fit(candidate, partition, limits)!.Folds;
    }

    private FoldFit FitWhole(Candidate candidate, FitLimits limits)
    {
        var (steps, set, key) = _cache.Whole(candidate.Learner.Info, candidate.Features, limits.Cancellation);
        var context = new FitContext
        {
            Seed = candidate.Seed,
            Threads = limits.Threads,
            Cancellation = limits.Cancellation,
            Time = limits.Time,
            Deadline = limits.Deadline,
        };
        var fitted = candidate.Learner.Fit(set, candidate.Values, context);
        return new(steps, key, fitted.Form, fitted.Report, candidate.Values);
    }
}
