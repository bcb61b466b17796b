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
        var data = new LabelledData(labels, _ => rows);
        var choice = LabelledChoice.Of(LabelledTrials.Of(data, learners, context));
        IForm[] classifiers = [.. choice.Chosen.Select(trial => trial.Learner.Fit(data.For(trial.Learner), trial.Values, context with { Deadline = null, Progress = null }).Form)];
        return new(new(detectors, classifiers, [.. classifiers.Select(_ => 1.0 / classifiers.Length)]), choice);
    }
}
