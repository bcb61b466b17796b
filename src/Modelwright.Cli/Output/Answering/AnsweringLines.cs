using Modelwright.Recording;
using Modelwright.Recording.Answering;

namespace Modelwright.Cli.Output.Answering;

/// <summary>What a person is told of calibration, decision, intervals and sets, a line each.</summary>
internal static class AnsweringLines
{
    /// <summary>The lines of a run.</summary>
    public static IEnumerable<string> Of(Evidence evidence)
    {
        if (evidence.Calibration is { } calibration)
        {
            yield return Of(calibration);
        }

        if (evidence.Decision is { } decision)
        {
            yield return Of(decision);
        }

        if (evidence.LearningCurve is { } curve)
        {
            yield return curve.Meaning;
        }

        foreach (var intervals in evidence.Intervals)
        {
            yield return Of(intervals);
        }
    }

    /// <summary>How often intervals or sets held the truth.</summary>
    public static string Of(EvidenceIntervals intervals)
    {
        var what = intervals.Kind == "set" ? "Prediction sets" : "Prediction intervals";
        var size = intervals.MeanSize is { } classes ? $"{Numbers.Fixed(classes, 2)} classes" : $"{Numbers.Short(intervals.MeanWidth ?? double.NaN)} wide";
        return $"{what} of {Numbers.Percent(intervals.Level)} hold the truth in {Numbers.Percent(intervals.Coverage)} ({Numbers.Percent(intervals.Lower)} … {Numbers.Percent(intervals.Upper)}) of {Numbers.Count(intervals.Rows)} rows, {intervals.Data.Replace('_', ' ')}; on average {size}.";
    }

    private static string Of(EvidenceCalibration calibration)
    {
        var now = calibration.Reliability;
        var error = $"calibration error {Numbers.Fixed(now.Debiased, 3)} ({Numbers.Fixed(now.Lower, 3)} … {Numbers.Fixed(now.Upper, 3)})";
        return calibration.Before is { } before
            ? $"Probabilities are calibrated by {calibration.Method}: {error}, {Numbers.Fixed(before.Debiased, 3)} without."
            : $"Probabilities stand as they are: {error}.";
    }

    private static string Of(EvidenceDecision decision) => decision switch
    {
        { Threshold: { } threshold } => $"The positive class is answered from a probability of {Numbers.Fixed(threshold, 3)} on, the best for {decision.For}.",
        { CostPerThousand: { } cost, SavingPerThousand: { } saving, SingleAnswer: { } single } =>
            $"1,000 rows cost {Amount(cost)}; that is {Amount(saving)} less than with '{single}' always answered.",
        _ => $"Classes are answered for {decision.For}.",
    };

    private static string Amount(EvidenceMoney money)
    {
        var places = Numbers.Places(money.Value);
        return $"{Numbers.Fixed(money.Value, places)} ({Numbers.Fixed(money.Lower, places)} … {Numbers.Fixed(money.Upper, places)})";
    }
}
