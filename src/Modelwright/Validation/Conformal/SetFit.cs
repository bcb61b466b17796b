using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Validation.Conformal;

/// <summary>Learns prediction sets from out-of-fold probabilities: how probable the true class was, the most probable one counted as always in the set.</summary>
internal static class SetFit
{
    /// <summary>Learns.</summary>
    /// <param name="answers">Out-of-fold probabilities, calibrated as they will be answered.</param>
    /// <param name="level">How often the truth is to be held.</param>
    /// <returns>The rule; null where there are too few rows for the level.</returns>
    public static ClassSetRule? Fit(ClassAnswers answers, double level)
    {
        var width = answers.Classes.Count;
        var scores = new double[answers.Count];
        for (var row = 0; row < scores.Length; row++)
        {
            var shares = answers.Probabilities.AsSpan(row * width, width);
            var truth = answers.Truth[row];

            // Below any other score where the set needs no least probability to hold the truth.
            scores[row] = truth == ClassSetRule.Top(shares) ? -2 : -shares[truth];
        }

        var quantile = ConformalQuantile.Of(scores, answers.Weights, level);
        return double.IsFinite(quantile) ? new(level, Math.Clamp(-quantile, 0, 2)) : null;
    }
}
