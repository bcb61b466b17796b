using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Classes;

/// <summary>The mean squared distance of probabilities from what happened.</summary>
internal sealed class Brier : MeanMetric<ClassAnswers>
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "brier",
        Title = "Brier score",
        Task = LearningTask.Classification,
        HigherIsBetter = false,
        Minimum = 0,
        Maximum = 2,
        Constant = answers => ClassShares.Of(answers) is { Positive: >= 0 } two
            ? two.Shares[0] * two.Shares[1]
            : 1 - ClassShares.Of(answers).Shares.Sum(share => share * share),
        ConstantMeaning = "p (1 - p) for the share p of the positive class; with more than two classes 1 - sum of the squared class shares",
        Meaning = "The mean of (probability of the positive class - 1 or 0) squared, at most 1. With more than two classes the squares of all classes are added up, at most 2.",
        ReadsProbabilities = true,
        Source = "Brier 1950, Verification of forecasts expressed in terms of probability; scikit-learn, brier_score_loss for two classes",
    };

    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.Log;

    /// <inheritdoc/>
    protected override double OfRow(ClassAnswers answers, int row)
    {
        var width = answers.Classes.Count;
        var probabilities = answers.Probabilities.AsSpan(row * width, width);
        if (width == 2)
        {
            var away = probabilities[answers.Positive] - (answers.Truth[row] == answers.Positive ? 1 : 0);
            return away * away;
        }

        var sum = 0.0;
        for (var column = 0; column < width; column++)
        {
            var away = probabilities[column] - (answers.Truth[row] == column ? 1 : 0);
            sum += away * away;
        }

        return sum;
    }
}
