using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Runtime.Forms.Anomalies.Labelled;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>
/// Learns from a handful of labelled rows how much to believe each detector and each column: classifiers see the columns and the surprises of the detectors,
/// which know all rows. Those that tell labelled rows apart best, on rows that they did not see, are averaged.
/// </summary>
/// <remarks>The idea: Zhao &amp; Hryniewicki 2018, "XGBOD: improving supervised outlier detection with unsupervised representation learning". Rows without a label are not taken for usual.</remarks>
internal static class FewLabelsFit
{
    private const int MostMembers = 3;

    /// <summary>A learner that would take longer for all its fits is not tried.</summary>
    private const double MostSeconds = 20;

    private const int Fits = 16;

    /// <summary>Learns.</summary>
    /// <param name="features">Number columns of all rows, as the detectors read them.</param>
    /// <param name="detectors">Detectors that were fitted on all rows.</param>
    /// <param name="labels">What is known of some rows.</param>
    /// <param name="learners">Learners to choose from; those that cannot tell classes from numbers, or hold rows, are left out.</param>
    /// <param name="context">Seed, threads, time and cancellation.</param>
    /// <returns>The better detector.</returns>
    /// <exception cref="DataException">There are too few labels, or they are not sound.</exception>
    /// <exception cref="OptionsException">No learner can do it.</exception>
    public static LabelledDetector Fit(Table features, AnomalyBlendForm detectors, LabelledRowNumbers labels, IReadOnlyList<ILearner> learners, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(learners);
        ArgumentNullException.ThrowIfNull(context);
        labels.Check(features.RowCount);
        var rows = LabelledAnomalyForm.WithSurprises(detectors, features.Take(labels.All));
        var target = new CategoryColumn("label", [LabelledAnomalyForm.Usual, LabelledAnomalyForm.Strange], [.. labels.Strange.Select(_ => 1), .. labels.Usual.Select(_ => 0)]);
        var data = new TrainingSet(LearningTask.Classification, rows) { Target = target };
        var shape = new DataShape(LearningTask.Classification, rows.RowCount, rows.Columns.Count, 0, 2);
        ILearner[] able = [.. learners.Where(learner => IsAble(learner, shape))];
        if (able.Length == 0)
        {
            throw new OptionsException("No learner can tell labelled rows apart by numbers without holding them. Give one that does classification, such as a forest, or train without labels.");
        }

        var (tried, chosen) = Choose(able, data, labels, shape, context);
        IForm[] classifiers = [.. chosen.Select(learner => learner.Fit(data, learner.Recommend(shape)[0], context with { Deadline = null, Progress = null }).Form)];
        return new(new(detectors, classifiers, [.. chosen.Select(_ => 1.0 / chosen.Length)]), tried);
    }

    private static bool IsAble(ILearner learner, DataShape shape) =>
        learner.Info.Tasks.Contains(LearningTask.Classification)
        && !learner.Info.IsBaseline
        && !learner.Info.StoresRows
        && learner.Info.Takes.Contains(ColumnType.Number)
        && learner.Unavailable is null
        && learner.Estimate(shape, learner.Recommend(shape)[0]).Seconds * Fits <= MostSeconds;

    /// <summary>The best, and those that are not worse by more than the standard error of the best.</summary>
    private static (LabelledMember[] Tried, ILearner[] Chosen) Choose(ILearner[] able, TrainingSet data, LabelledRowNumbers labels, DataShape shape, FitContext context)
    {
        List<(ILearner Learner, double Mean, double Error)> measured = [];
        foreach (var learner in able)
        {
            // One is measured however late it is, so that there is always an answer.
            if (measured.Count == 0 || !context.IsLate)
            {
                var areas = Areas(learner, data, labels, shape, context);
                var mean = areas.Average();
                measured.Add((learner, mean, Math.Sqrt(areas.Average(area => (area - mean) * (area - mean)) / areas.Count)));
            }
        }

        measured = [.. measured.OrderByDescending(one => one.Mean)];
        var least = measured[0].Mean - measured[0].Error;
        ILearner[] chosen = [.. measured.Where(one => one.Mean >= least).Take(MostMembers).Select(one => one.Learner)];
        return ([.. measured.Select(one => new LabelledMember(one.Learner.Info.Name, one.Mean, one.Error, chosen.Contains(one.Learner) ? 1.0 / chosen.Length : 0))], chosen);
    }

    /// <summary>The area on each part that is left out.</summary>
    private static List<double> Areas(ILearner learner, TrainingSet data, LabelledRowNumbers labels, DataShape shape, FitContext context)
    {
        List<double> areas = [];
        foreach (var parts in LabelledParts.Of(labels.Strange.Count, labels.Usual.Count, context.Seed))
        {
            for (var part = 0; part <= parts.Max(); part++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                int[] kept = [.. Enumerable.Range(0, parts.Length).Where(row => parts[row] != part)];
                int[] left = [.. Enumerable.Range(0, parts.Length).Where(row => parts[row] == part)];
                var some = data with { Features = data.Features.Take(kept), Target = data.Target!.Take(kept) };
                var form = learner.Fit(some, learner.Recommend(shape)[0], context with { Deadline = null, Progress = null }).Form;
                var shares = new double[2 * left.Length];
                ((IPredictsClasses)form).PredictProbabilities(data.Features.Take(left), shares);
                areas.Add(Area(shares, left, labels.Strange.Count));
            }
        }

        return areas;
    }

    private static double Area(double[] shares, int[] rows, int strange)
    {
        var scores = rows.Select((row, place) => (IsStrange: row < strange, Score: shares[(2 * place) + 1])).ToArray();
        return LabelledParts.RocAuc([.. scores.Where(row => row.IsStrange).Select(row => row.Score)], [.. scores.Where(row => !row.IsStrange).Select(row => row.Score)]);
    }
}
