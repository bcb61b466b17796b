using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Validation.Answering;

namespace Modelwright.Validation.Conformal;

/// <summary>
/// Learns prediction intervals from out-of-fold residuals: of the same width everywhere, or in units of a scale over the answered
/// number; with one reach for both sides or one each. What gives the least mean width is chosen.
/// </summary>
/// <remarks>
/// Source: Lei, G'Sell, Rinaldo, Tibshirani and Wasserman 2018, "Distribution-free predictive inference for regression", section 5.2
/// on locally weighted residuals. The scale by which a row is judged is learned without its fold.
/// </remarks>
internal static class IntervalFit
{
    /// <summary>Under this many rows a choice among ways would fit their chance.</summary>
    private const int FewestForChoice = 200;

    /// <summary>What the lower side may have of the misses; under this many rows each side is too thin for a share of its own.</summary>
    private static readonly double[] LowerShares = [0.1, 0.25, 0.5, 0.75, 0.9];
    private const int FewestForSides = 400;

    /// <summary>A way that is less plain must win this share of the width.</summary>
    private const double LeastGain = 0.01;

    /// <summary>Learns.</summary>
    /// <param name="answers">Out-of-fold answers with their truth.</param>
    /// <param name="folds">The fold of each.</param>
    /// <param name="level">How often the truth is to be held.</param>
    /// <returns>The rule; null where there are too few rows for the level.</returns>
    public static IntervalRule? Fit(NumberAnswers answers, int[] folds, double level)
    {
        var residuals = Residuals(answers);
        var plain = new ResidualScale([], []);
        var best = Even(residuals, answers.Weights, level, plain);
        if (best is null || answers.Count < FewestForChoice)
        {
            return best;
        }

        var least = Width(best, answers);
        foreach (var other in Ways(residuals, plain, answers, level).Concat(Ways(Scaled(answers, residuals, folds), ResidualScale.Fit(answers), answers, level)))
        {
            if (Width(other, answers) is var width && width < (1 - LeastGain) * least)
            {
                (best, least) = (other, width);
            }
        }

        return best;
    }

    /// <summary>The same reach to both sides, then one for each.</summary>
    private static IEnumerable<IntervalRule> Ways(double[] scores, ResidualScale scale, NumberAnswers answers, double level)
    {
        double[] shares = answers.Count < FewestForSides ? [] : LowerShares;
        return shares.Select(share => Sided(scores, answers.Weights, level, scale, share)).Prepend(Even(scores, answers.Weights, level, scale)).OfType<IntervalRule>();
    }

    /// <summary>Truth less answer, row by row; finite.</summary>
    internal static double[] Residuals(NumberAnswers answers)
    {
        var residuals = new double[answers.Count];
        for (var row = 0; row < residuals.Length; row++)
        {
            residuals[row] = Math.Clamp(answers.Truth[row] - answers.Predicted[row], -double.MaxValue, double.MaxValue);
        }

        return residuals;
    }

    /// <summary>Residuals in units of a scale that was learned without the fold of the row.</summary>
    internal static double[] Scaled(NumberAnswers answers, double[] residuals, int[] folds)
    {
        var scaled = new double[residuals.Length];
        OutOfFold.Cross(
            answers,
            folds,
            (some, _) => ResidualScale.Fit((NumberAnswers)some),
            (scale, rows) => Array.ForEach(rows, row => scaled[row] = residuals[row] / scale.At(answers.Predicted[row])));
        return scaled;
    }

    private static IntervalRule? Even(double[] scores, double[]? weights, double level, ResidualScale scale)
    {
        var reach = ConformalQuantile.Of(Array.ConvertAll(scores, Math.Abs), weights, level);
        return Rule(reach, reach, level, scale);
    }

    private static IntervalRule? Sided(double[] scores, double[]? weights, double level, ResidualScale scale, double lowerShare)
    {
        var below = ConformalQuantile.Of(Array.ConvertAll(scores, score => -score), weights, 1 - ((1 - level) * lowerShare));
        var above = ConformalQuantile.Of(scores, weights, 1 - ((1 - level) * (1 - lowerShare)));
        return Rule(below, above, level, scale);
    }

    private static IntervalRule? Rule(double below, double above, double level, ResidualScale scale) => double.IsFinite(below) && double.IsFinite(above)
        ? new() { Level = level, Below = Math.Max(0, below), Above = Math.Max(0, above), At = scale.Answers, Scale = scale.Sizes }
        : null;

    private static double Width(IntervalRule rule, NumberAnswers answers)
    {
        var (sum, total) = (0.0, 0.0);
        for (var row = 0; row < answers.Count; row++)
        {
            sum += answers.Weight(row) * rule.ScaleAt(answers.Predicted[row]);
            total += answers.Weight(row);
        }

        return (rule.Below + rule.Above) * sum / total;
    }
}
