using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Layouts;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Features;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Validation;

/// <summary>
/// Fits candidates on every split and keeps what they answer on the rows they have not seen. Splits run side by side;
/// every fit has a seed of its own, so the outcome is the same at any number of threads.
/// </summary>
internal sealed class CrossFitter(AnswerKind kind, FeatureCache cache)
{
    /// <summary>Splits that are fitted before <c>goOn</c> is asked.</summary>
    public const int FirstLook = 2;

    /// <summary>Parts that the mean of a bag of forests is of, such as trees, and those of a fold at least.</summary>
    private const int PartsOfABag = 400;
    private const int FewestParts = 40;

    /// <summary>Fits a candidate on all splits.</summary>
    /// <param name="candidate">What to fit.</param>
    /// <param name="partition">On which splits.</param>
    /// <param name="limits">Threads, time and cancellation.</param>
    /// <param name="goOn">Asked after the first two splits, with their predictions; null goes on in any case.</param>
    /// <returns>The fits, or null where <paramref name="goOn"/> said no.</returns>
    public CrossFit? Fit(Candidate candidate, Partition partition, FitLimits limits, Func<double[], bool>? goOn = null)
    {
        var start = limits.Time.GetTimestamp();
        var plan = cache.PlanFor(candidate.Learner.Info, candidate.Features);
        var folds = new FoldFit[partition.Splits.Count];
        var predictions = new double[partition.Covered.Length * kind.Width];
        var first = Math.Min(FirstLook, folds.Length);
        var work = new Work(candidate, partition, plan, limits, folds, new double[folds.Length][]);
        FitRange(work, 0, first);
        Combine(work, first, predictions);
        if (first < folds.Length)
        {
            if (goOn is not null && !goOn(predictions))
            {
                return null;
            }

            FitRange(work, first, folds.Length);
            Combine(work, folds.Length, predictions);
        }

        return new(candidate, partition, folds, predictions, limits.Time.GetElapsedTime(start).TotalSeconds);
    }

    private void FitRange(Work work, int from, int to)
    {
        var limits = work.Limits;
        var begun = from;
        var beside = Math.Min(Math.Min(limits.Threads, limits.SideBySide), to - from);
        var options = new ParallelOptions { MaxDegreeOfParallelism = beside, CancellationToken = limits.Cancellation };
        try
        {
            Parallel.For(from, to, options, split =>
            {
                var left = work.Folds.Length - (Interlocked.Increment(ref begun) - 1);
                work.Folds[split] = FitSplit(work, split, limits.Share(left), limits.Threads / beside);
            });
        }
        catch (AggregateException faults) when (faults.InnerExceptions.Count > 0)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    private FoldFit FitSplit(Work work, int split, long? deadline, int threads)
    {
        var (candidate, partition, limits) = (work.Candidate, work.Partition, work.Limits);
        var values = candidate.ValuesFor(split);
        var splitKey = $"{candidate.PartitionSeed}/{split}";
        var features = cache.Get(work.Plan, partition.Splits[split], splitKey, limits.Cancellation);
        var context = new FitContext
        {
            Seed = Seeds.Mix(candidate.Seed, split),
            Threads = threads,
            Cancellation = limits.Cancellation,
            Time = limits.Time,
            Deadline = deadline,
        };
        var fitted = candidate.Learner.Fit(features.Training, values, context);
        var start = limits.Time.GetTimestamp();
        var answers = ModelAnswers.Of(fitted.Form, features.Test, threads, limits.Cancellation);
        var seconds = limits.Time.GetElapsedTime(start).TotalSeconds * Math.Min(threads, ModelAnswers.Parts(features.Test.RowCount));
        work.Answers[split] = answers;
        (fitted.Form as IHoldsLayouts)?.ReleaseLayouts();
        return new(features.Steps, $"{splitKey}:{work.Plan.Key}", Kept(fitted.Form, partition), fitted.Report, values) { AnswerSeconds = seconds };
    }

    /// <summary>
    /// Of a model whose mean with those of the other folds is the one that is shipped, as many parts as make that mean steady. What it
    /// answered out of fold is that of all its parts: alone it would need them.
    /// </summary>
    private static IForm Kept(IForm form, Partition partition) => partition.IsBag && form is IAveragesParts mean
        ? mean.OfParts(Math.Max(FewestParts, (PartsOfABag + partition.Splits.Count - 1) / partition.Splits.Count))
        : form;

    /// <summary>Answers row by row; where folds are repeated, the mean of what a row was answered, added in the order of the splits.</summary>
    private void Combine(Work work, int splits, double[] predictions)
    {
        Array.Clear(predictions);
        var times = new int[work.Partition.Covered.Length];
        for (var split = 0; split < splits; split++)
        {
            var test = work.Partition.Splits[split].Test;
            for (var index = 0; index < test.Length; index++)
            {
                var position = work.Partition.PositionOf(test[index]);
                times[position]++;
                for (var place = 0; place < kind.Width; place++)
                {
                    predictions[(position * kind.Width) + place] += work.Answers[split][(index * kind.Width) + place];
                }
            }
        }

        for (var place = 0; work.Partition.Plan.Repeats > 1 && place < predictions.Length; place++)
        {
            predictions[place] /= Math.Max(1, times[place / kind.Width]);
        }
    }

    private sealed record Work(Candidate Candidate, Partition Partition, FeaturePlan Plan, FitLimits Limits, FoldFit[] Folds, double[][] Answers);
}
