using Modelwright.Core.Learning;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>Fits a recipe on rows: the same code for the refit at the end of a run and for repeating a plan.</summary>
internal sealed class RecipeFitter(LabelledRows rows, AnswerKind kind, long featureMemory)
{
    private readonly FeatureCache _cache = new(rows, featureMemory);

    /// <summary>Fits every member.</summary>
    /// <param name="recipe">What to fit.</param>
    /// <param name="limits">Threads, time and cancellation; the time left is shared by the members as they are expected to need it.</param>
    /// <param name="progress">Called after each member with the share done.</param>
    /// <returns>One form from raw columns to answers, the recipe with what the clock decided filled in, and whether it ended a fit early.</returns>
    public (IForm Form, Recipe Recipe, bool IsCutShort) Fit(Recipe recipe, FitLimits limits, Action<double>? progress = null)
    {
        var fits = new List<(FoldFit Fit, double Weight)>();
        var members = new List<(Candidate Candidate, double Weight)>();
        foreach (var (candidate, weight) in recipe.Members)
        {
            var shared = limits with { Deadline = Deadline(limits, recipe, members.Count) };
            var folds = recipe.IsWhole ? [FitWhole(candidate, shared)] : FitFolds(candidate, recipe.Partition, shared);
            fits.AddRange(folds.Select(fold => (fold, weight / folds.Count)));
            ParameterValues[] decided = [.. folds.Select(fold => fold.Repeating)];
            members.Add((candidate with { Values = decided[0], SplitValues = decided.Length > 1 ? decided : null }, weight));
            progress?.Invoke((double)members.Count / recipe.Members.Count);
        }

        return (Blender.Blend(kind, fits), recipe with { Members = members }, fits.Exists(member => member.Fit.Report.End == FitEnd.Deadline));
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
        return now + (long)((deadline - now) * needs[0] / needs.Sum());
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
