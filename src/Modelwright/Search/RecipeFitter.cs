using Modelwright.Core.Learning;
using Modelwright.Search.Unseen;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>Fits a recipe on rows: the same code for the refit at the end of a run and for repeating a plan.</summary>
internal sealed class RecipeFitter(LabelledRows rows, AnswerKind kind, long featureMemory)
{
    private readonly FeatureCache _cache = new(rows, featureMemory);

    /// <summary>What a member may take of its share of the time left: a heavy one that is cut short is a greater loss than a light one behind it.</summary>
    private const double Slack = 1.5;

    /// <summary>Whether the form is to be the mean of one form a fold, so that what each fold answers can be told; all members then have the same folds.</summary>
    public bool ByFolds { get; init; }

    /// <summary>Fits every member, heaviest first; one that the clock ends before it is done is left out.</summary>
    /// <param name="recipe">What to fit.</param>
    /// <param name="limits">Threads, time and cancellation; the time left is shared by the members as they are expected to need it.</param>
    /// <param name="progress">Called after each member with the share done.</param>
    /// <returns>What was fitted, and what was not.</returns>
    public RecipeFit Fit(Recipe recipe, FitLimits limits, Action<double>? progress = null)
    {
        var done = new List<(Candidate Candidate, double Weight, IReadOnlyList<FoldFit> Folds, CrossFit? Fits)>();
        var cutShort = new List<Candidate>();
        foreach (var (candidate, weight) in recipe.Members)
        {
            var shared = limits with { Deadline = Deadline(limits, recipe, done.Count + cutShort.Count) };
            var fits = recipe.IsWhole ? null : FitFolds(candidate, recipe.Partition, shared);
            var folds = fits?.Folds ?? [FitWhole(candidate, shared)];
            if (folds.Any(fold => fold.Report.End == FitEnd.Deadline))
            {
                cutShort.Add(candidate);
            }
            else
            {
                ParameterValues[] decided = [.. folds.Select(fold => fold.Repeating)];
                done.Add((candidate with { Values = decided[0], SplitValues = decided.Length > 1 ? decided : null }, weight, folds, fits));
            }

            progress?.Invoke((double)(done.Count + cutShort.Count) / recipe.Members.Count);
        }

        var kept = cutShort.Count == 0 ? 1 : done.Sum(member => member.Weight);
        var repeated = recipe with { Members = done.ConvertAll(member => (member.Candidate, member.Weight / kept)) };
        if (ByFolds && !recipe.IsWhole && done.Count > 0)
        {
            return new(Blender.BlendFolds(kind, done.ConvertAll(member => (member.Folds, member.Weight / kept))), repeated, cutShort, kept)
            {
                Known = UnseenByMembers.Of(rows, done.ConvertAll(member => (member.Fits!, member.Weight / kept)), kind.Width),
            };
        }

        var form = done.Count == 0 ? null : Blender.Blend(kind, done.SelectMany(member => member.Folds.Select(fold => (fold, member.Weight / kept / member.Folds.Count))));
        return new(form, repeated, cutShort, kept);
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

    private CrossFit FitFolds(Candidate candidate, PartitionPlan plan, FitLimits limits)
    {
        var partition = Partition.Make(plan, rows, candidate.PartitionSeed);
        return new CrossFitter(kind, _cache).Fit(candidate, partition, limits)!;
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
