using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>Tries every learner that can tell the labelled rows apart, on parts of them that it did not see.</summary>
internal static class LabelledTrials
{
    /// <summary>A learner that would take longer for all its fits is not tried.</summary>
    private const double MostSeconds = 20;

    /// <summary>The part of the time that is left which all of them may take, the cheap ones first.</summary>
    private const double MostOfTime = 0.5;

    private const int Fits = 16;

    /// <summary>Tries them.</summary>
    /// <param name="data">The labelled rows.</param>
    /// <param name="learners">Learners to choose from; those that cannot tell classes from numbers, or hold rows, are left out.</param>
    /// <param name="context">Seed, threads, time and cancellation.</param>
    /// <returns>One a learner, in their order; one or more.</returns>
    /// <exception cref="OptionsException">No learner can do it.</exception>
    public static IReadOnlyList<LabelledTrial> Of(LabelledData data, IReadOnlyList<ILearner> learners, FitContext context)
    {
        var able = learners.Where(IsAble).Select(learner =>
        {
            var shape = data.Shape(learner);
            var values = learner.Recommend(shape)[0];
            return (Learner: learner, Values: values, Seconds: learner.Estimate(shape, values).Seconds * Fits);
        }).Where(one => one.Seconds <= MostSeconds).OrderBy(one => one.Seconds).ToArray();
        if (able.Length == 0)
        {
            throw new OptionsException("No learner can tell labelled rows apart by numbers without holding them. Give one that does classification, such as a forest, or train without labels.");
        }

        // One is tried however late it is, so that there is always an answer.
        var kept = double.IsFinite(context.SecondsLeft) ? context.SecondsLeft * (1 - MostOfTime) : 0;
        List<LabelledTrial> trials = [];
        foreach (var (learner, values, seconds) in able)
        {
            if (trials.Count == 0 || seconds <= context.SecondsLeft - kept)
            {
                // What an estimate promised too little for is left where the time ends.
                LabelledPart[] parts = [.. Parts(data, learner, values, context).TakeWhile(_ => trials.Count == 0 || !context.IsLate)];
                trials.AddRange(trials.Count == 0 || !context.IsLate ? [new(learner, values, parts)] : Array.Empty<LabelledTrial>());
            }
        }

        return trials;
    }

    private static bool IsAble(ILearner learner) =>
        learner.Info.Tasks.Contains(LearningTask.Classification)
        && !learner.Info.IsBaseline
        && !learner.Info.StoresRows
        && learner.Info.Takes.Contains(ColumnType.Number)
        && learner.Unavailable is null;

    private static IEnumerable<LabelledPart> Parts(LabelledData data, ILearner learner, ParameterValues values, FitContext context)
    {
        foreach (var (deal, parts) in LabelledParts.Of(data.Strange, data.Usual, context.Seed).Index())
        {
            for (var part = 0; part <= parts.Max(); part++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                int[] kept = [.. Enumerable.Range(0, parts.Length).Where(row => parts[row] != part)];
                int[] left = [.. Enumerable.Range(0, parts.Length).Where(row => parts[row] == part)];
                var form = learner.Fit(data.For(learner, kept), values, context with { Deadline = null, Progress = null }).Form;
                var scores = LabelledScores.Of(form, data.For(learner, left).Features);
                yield return new(deal, part, left, scores, Area(scores, left, data.Strange));
            }
        }
    }

    private static double Area(double[] scores, int[] rows, int strange) => LabelledParts.RocAuc(
        [.. scores.Where((_, place) => rows[place] < strange)],
        [.. scores.Where((_, place) => rows[place] >= strange)]);
}
