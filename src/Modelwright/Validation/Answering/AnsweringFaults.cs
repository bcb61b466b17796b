using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Validation.Calibrating;
using Modelwright.Validation.Deciding;

namespace Modelwright.Validation.Answering;

/// <summary>What can be wrong with what was told of reading answers.</summary>
internal static class AnsweringFaults
{
    private const double LeastCoverage = 0.5;
    private const double MostCoverage = 0.999;

    /// <summary>Metrics that only grow towards one end: they alone make no threshold.</summary>
    private static readonly string[] OneSided = ["precision", "recall"];

    /// <summary>The metrics that a threshold may be tuned for.</summary>
    private static readonly string[] ForThresholds = [.. BuiltInMetrics.For(LearningTask.Classification).Where(metric => !metric.Info.ReadsProbabilities).Select(metric => metric.Info.Name).Except(OneSided)];

    /// <summary>What can be told without looking at the data, each a sentence with its remedy.</summary>
    public static IEnumerable<string> Of(AnsweringPlan told)
    {
        if (!CalibrationChoice.Words.Contains(told.Calibration))
        {
            yield return $"Calibration must be one of: {string.Join(", ", CalibrationChoice.Words)}.{NearestName.Suggest(told.Calibration, CalibrationChoice.Words)} Got '{told.Calibration}'.";
        }

        if (told.ThresholdFor is { } metric && !ForThresholds.Contains(metric))
        {
            yield return $"A threshold cannot be tuned for '{metric}'.{NearestName.Suggest(metric, ForThresholds)} Choose one of: {string.Join(", ", ForThresholds)}; precision and recall alone are best at an end, and other metrics do not look at the answered class.";
        }

        if (told.ThresholdFor is not null && told.Costs is not null)
        {
            yield return "Both a threshold and costs are told, and each says which class is answered. Use one of --threshold-for and --cost.";
        }

        if (!(told.Coverage is >= LeastCoverage and <= MostCoverage))
        {
            yield return FormattableString.Invariant($"Coverage must be from {LeastCoverage} to {MostCoverage}. Got {told.Coverage}. 0.9 makes intervals and sets that hold the truth in nine rows of ten.");
        }
    }

    /// <summary>Checks what only the target can tell.</summary>
    /// <param name="told">What was told; null where nothing was.</param>
    /// <param name="classes">The classes; none for numbers.</param>
    /// <exception cref="OptionsException">Something is asked that the target has no use for, or costs do not fit the classes; the text lists all.</exception>
    public static void Check(AnsweringPlan? told, IReadOnlyList<string> classes)
    {
        if (told is null)
        {
            return;
        }

        if (classes.Count == 0 && (told.ThresholdFor ?? told.Costs as object ?? (told.Calibration is CalibrationChoice.Auto or CalibrationChoice.None ? null : told.Calibration)) is not null)
        {
            throw new OptionsException("Calibration, thresholds and costs are for classes, but the target is a number. Leave --calibration, --threshold-for and --cost out; intervals come with every model of numbers.");
        }

        if (told.ThresholdFor is not null && classes.Count != 2)
        {
            throw new OptionsException($"A threshold is for two classes, but the target has {classes.Count}. Leave --threshold-for out, or give --cost for any number of classes.");
        }

        if (told.Costs is { } costs)
        {
            CostMatrix.Of(costs, classes);
        }
    }

    /// <summary>Checks the decision of a plan that was edited by hand.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="form">The model that it is for.</param>
    /// <exception cref="OptionsException">It does not fit what the model answers.</exception>
    public static void Check(AnsweringDecision decision, IForm form)
    {
        var classes = (form as IPredictsClasses)?.Classes.Count ?? 0;
        var rules = new AnswerRules { Decision = decision.Decision, Sets = decision.Sets, Intervals = decision.Intervals, FoldIntervals = decision.FoldIntervals };
        if ((decision.Calibration?.Fault(classes) ?? rules.Fault(classes) ?? (decision.FoldIntervals is { } folds ? FoldAnswers.Fault(form, folds) : null)) is { } fault)
        {
            throw new OptionsException($"The answering of the plan's decision does not fit the model: {fault}. Mend it, or take 'decision' out of the plan to search anew.");
        }
    }
}
