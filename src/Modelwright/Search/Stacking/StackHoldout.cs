using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Measures.Comparing;
using Modelwright.Runtime.Prediction;
using Modelwright.Search.Ensembles;
using Modelwright.Validation;

namespace Modelwright.Search.Stacking;

/// <summary>
/// Whether a second layer is worth more than the blend, on rows that no fit of either layer has seen. Out-of-fold answers know a
/// little of the rows they are for: those of one fold come from models that have seen the truth of all others, and a second
/// layer can read that out. So the rows of some folds are put away, both layers are made again from the others, and the rows that
/// were put away decide.
/// </summary>
internal sealed class StackHoldout(LabelledRows rows, AnswerKind kind, IMetric metric, long featureMemory, int seed)
{
    /// <summary>Share of the folds that is put away.</summary>
    private const double HeldShare = 0.25;

    /// <summary>Folds of the rows that are left: enough for answers out of fold, and half the work of the search.</summary>
    private const int InnerFolds = 4;

    /// <summary>Standard errors by which the second layer must be better.</summary>
    private const double LeastErrors = 1;

    /// <summary>What the try costs beside one trial of each member and of the second layer.</summary>
    public const double Cost = 0.5;

    /// <summary>Tries.</summary>
    /// <param name="partition">The folds of the search.</param>
    /// <param name="members">The members.</param>
    /// <param name="layer">The second layer.</param>
    /// <param name="limits">Threads, time and cancellation.</param>
    /// <returns>The verdict; null where the clock ended a fit before it was done, for then the two are not alike.</returns>
    public StackVerdict? Try(Partition partition, IReadOnlyList<Candidate> members, SecondLayer layer, FitLimits limits)
    {
        var halves = Held(partition);
        var inner = rows.Take([.. Enumerable.Range(0, rows.Table.RowCount).Where(row => !halves.ContainsKey(row))]);
        var folds = Partition.Make(partition.Plan with { Folds = InnerFolds }, inner, Seeds.Mix(seed, -12));
        var fitter = new CrossFitter(kind, new FeatureCache(inner, featureMemory));
        var fits = new List<CrossFit>();
        foreach (var candidate in members)
        {
            // The steps of a fold are known by the seed of its partition, so all members have the same one here.
            var again = candidate with { PartitionSeed = Seeds.Mix(seed, -12), SplitValues = null };
            fits.Add(fitter.Fit(again, folds, Part(limits, members.Count + 1 - fits.Count))!);
        }

        // The weights are chosen again too, without the rows that were put away.
        double[][] answers = [.. fits.Select(member => member.Predictions)];
        var weights = GreedyEnsemble.Weigh(answers, numbers => kind.Pair(inner, numbers), new BlendLoss(metric).Of, answers.Length);
        var stacked = new StackFitter(inner, kind, featureMemory).Fit(layer, folds, [.. answers.Zip(weights)], limits);
        return stacked.Fits.IsCutShort || fits.Exists(member => member.IsCutShort) ? null : Judge(halves, [.. fits.Zip(weights)], stacked, limits);
    }

    private StackVerdict Judge(IReadOnlyDictionary<int, int> halves, IReadOnlyList<(CrossFit Fits, double Weight)> members, Stacked stacked, FitLimits limits)
    {
        int[] places = [.. halves.Keys.Order()];
        var held = rows.Take(places);
        double[] Ask(IForm form, LabelledRows those) => ModelAnswers.Of(form, those.Table, limits.Threads, limits.Cancellation);
        (double[] Answers, double Weight)[] first = [.. members.Select(member => (Ask(StackFitter.MeanOf(kind, member.Fits.Folds), held), member.Weight))];
        var second = Ask(StackFitter.MeanOf(kind, stacked.Fits.Folds), StackFitter.With(held, [.. first.Select(member => member.Answers)], kind));
        var (blend, stack) = (StackFitter.Mean(0, second, first), StackFitter.Mean(stacked.Layer.Share, second, first));
        int[] halfOf = Array.ConvertAll(places, row => halves[row]);
        return Compare(kind.Pair(held, blend), kind.Pair(held, stack), metric, held.Groups) with
        {
            HeldRows = places,
            Halves = halfOf,
            Answers = Nested(held, halfOf, blend, stack),
        };
    }

    /// <summary>Each half is answered as the other half decides.</summary>
    private double[] Nested(LabelledRows held, int[] halfOf, double[] blend, double[] stack)
    {
        double[] answers = [.. blend];
        for (var half = 0; half < 2; half++)
        {
            int[] others = [.. Enumerable.Range(0, halfOf.Length).Where(row => halfOf[row] != half)];
            var groups = held.Groups is { } all ? Array.ConvertAll(others, row => all[row]) : null;
            if (Compare(kind.Pair(held, blend).Take(others), kind.Pair(held, stack).Take(others), metric, groups).IsKept)
            {
                for (var place = 0; place < answers.Length; place++)
                {
                    answers[place] = halfOf[place / kind.Width] == half ? stack[place] : answers[place];
                }
            }
        }

        return answers;
    }

    /// <summary>The verdict on answers to the same rows.</summary>
    public static StackVerdict Compare(Answers blend, Answers stack, IMetric metric, IReadOnlyList<int>? groups)
    {
        var error = metric is IPairedMetric paired ? paired.Difference(blend, stack, groups).StandardError : metric.Estimate(blend, groups).StandardError;
        var (before, after) = (metric.Score(blend), metric.Score(stack));
        return new(metric.AsLoss(before) - metric.AsLoss(after) > LeastErrors * error, before, after, error, blend.Count);
    }

    /// <summary>The rows of the first folds, a quarter of all and two folds at the least, each with its half: whole folds are in one.</summary>
    private static Dictionary<int, int> Held(Partition partition)
    {
        var count = Math.Max(2, (int)Math.Round(HeldShare * partition.Splits.Count));
        return partition.Splits.Take(count).SelectMany((split, fold) => split.Test.Select(row => (Row: row, Half: fold % 2))).ToDictionary(entry => entry.Row, entry => entry.Half);
    }

    private static FitLimits Part(FitLimits limits, int left)
    {
        var now = limits.Time.GetTimestamp();
        return limits.Deadline is { } deadline ? limits with { Deadline = now + ((deadline - now) * 2 / (left + 1)) } : limits;
    }
}
