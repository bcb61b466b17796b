using Modelwright.Recording;
using Modelwright.Tasks;

namespace Modelwright;

/// <summary>What is told wrongly about whether something is to be predicted, told before any row is looked at.</summary>
internal static class TargetlessFaults
{
    /// <summary>All faults, each a sentence with its remedy.</summary>
    public static IEnumerable<string> Of(Training told)
    {
        // A plan says it all, and was checked when it was read.
        if (told.Plan is not null)
        {
            return [];
        }

        var task = told.Tasks.FirstOrDefault(known => known.Task == told.Task);
        return Ranges(told).Concat(task is null ? WithTarget(told) : WithoutTarget(told, task));
    }

    private static IEnumerable<string> WithTarget(Training told)
    {
        if (told.Target is null)
        {
            yield return $"No target is named. Name the column to predict with --target, bring a plan that names it with --plan, or ask what needs no target with --task: {string.Join(", ", told.Tasks.Select(known => known.Task))}.";
        }

        (string Option, bool IsTold)[] ofOthers = [("--segments", told.Segments is not null), ("--contamination", told.Contamination is not null), ("--truth", told.Truth is not null)];
        foreach (var (option, _) in ofOthers.Where(option => option.IsTold))
        {
            yield return $"{option} has no use where a column is predicted. Leave it out, or name a task without a target with --task.";
        }
    }

    private static IEnumerable<string> WithoutTarget(Training told, TargetlessTask targetless)
    {
        var (task, mayHaveLabels) = (targetless.Task, targetless.LabelTask is not null);
        if (told.Target is { } target && !mayHaveLabels)
        {
            yield return $"The task '{task}' predicts no column, and '{target}' is named as the target. Leave --target out; to compare the answers with that column, name it with --truth.";
        }

        if (mayHaveLabels && told.Target is { } labels && labels == told.Truth)
        {
            yield return $"--target and --truth both name '{labels}': what is learned from cannot be compared with afterwards. Leave --truth out, or name another column that says the truth.";
        }

        if (mayHaveLabels && told is { Target: null, Positive: not null })
        {
            yield return "--positive says which of the labels is meant, and no column of labels is named. Name it with --target, or leave --positive out.";
        }

        (string Option, bool IsTold)[] ofTargets =
        [
            ("--metric", told.Metric is not null), ("--positive", told.Positive is not null && !mayHaveLabels), ("--class-weights", told.ClassWeights.Count > 0),
            ("--folds", told.Folds is not null), ("--validation", told.Validation is not null), ("--learning-curve", told.LearningCurve),
            ("--features", told.Features != FeatureChoice.All), ("--max-latency", told.MaximumLatency is not null), ("--max-size", told.MaximumSize is not null),
            ("--distill", told.Distill),
            ("--test or --test-rows", told.HasTest),
        ];
        foreach (var (option, _) in ofTargets.Where(option => option.IsTold))
        {
            yield return $"{option} has no use for the task '{task}', which predicts no column. Leave it out.";
        }
    }

    private static IEnumerable<string> Ranges(Training told)
    {
        if (told.Segments is < 2 or > 500)
        {
            yield return $"Segments must be from 2 to 500. Got {told.Segments}. Leave it out to let the data tell.";
        }

        if (told.Contamination is { } share && !(share is > 0 and <= 0.5))
        {
            yield return FormattableString.Invariant($"Contamination must be above 0 and at most 0.5. Got {share}. Leave it out to let the data tell.");
        }
    }
}
