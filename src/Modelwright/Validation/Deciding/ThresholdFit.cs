using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Validation.Deciding;

/// <summary>The threshold at which a metric of labels is best on out-of-fold answers.</summary>
internal static class ThresholdFit
{
    /// <summary>Thresholds that are looked at, by the quantiles of the probabilities.</summary>
    private const int MostThresholds = 400;

    /// <summary>Rows that are looked at.</summary>
    private const int MostRows = 20_000;

    /// <summary>Fits.</summary>
    /// <param name="answers">Answers of two classes.</param>
    /// <param name="metric">A metric of labels.</param>
    public static ClassDecision Fit(ClassAnswers answers, IMetric metric)
    {
        var stride = Math.Max(1, (answers.Count + MostRows - 1) / MostRows);
        var some = stride == 1 ? answers : (ClassAnswers)answers.Take([.. Enumerable.Range(0, answers.Count / stride).Select(index => index * stride)]);
        var positive = answers.Positive;
        double[] said = [.. Enumerable.Range(0, some.Count).Select(row => some.Probabilities[(row * 2) + positive])];
        var (best, least) = (0.5, double.PositiveInfinity);
        foreach (var threshold in Candidates(said).OrderBy(threshold => Math.Abs(threshold - 0.5)))
        {
            var decided = Array.ConvertAll(said, share => share >= threshold ? positive : 1 - positive);
            if (metric.Loss(some with { Decided = decided }) is var loss && loss < least)
            {
                (best, least) = (threshold, loss);
            }
        }

        return new() { For = metric.Info.Name, Threshold = best, Positive = positive };
    }

    /// <summary>Between neighbouring probabilities, so that no row stands on the threshold.</summary>
    private static IEnumerable<double> Candidates(double[] said)
    {
        double[] distinct = [.. said.Distinct().Order()];
        yield return 0.5;
        var count = Math.Min(MostThresholds, distinct.Length - 1);
        for (var place = 0; place < count; place++)
        {
            var at = (int)((long)(distinct.Length - 1) * place / count);
            yield return (distinct[at] + distinct[at + 1]) / 2;
        }
    }
}
