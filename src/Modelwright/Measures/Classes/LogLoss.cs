using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Classes;

/// <summary>The mean surprise at the true class.</summary>
internal sealed class LogLoss : MeanMetric<ClassAnswers>
{
    private const double Smallest = 1e-15;

    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "log_loss",
        Title = "Log loss",
        Task = LearningTask.Classification,
        HigherIsBetter = false,
        Minimum = 0,
        Maximum = double.PositiveInfinity,
        Constant = answers => ClassShares.Of(answers).Shares.Sum(share => share > 0 ? -share * Math.Log(share) : 0),
        ConstantMeaning = "the entropy of the class shares",
        Meaning = "The mean of -ln(probability of the true class). Probabilities are kept within 1e-15 and 1 - 1e-15, then brought to sum 1 a row.",
        ReadsProbabilities = true,
        Source = "scikit-learn 1.2, log_loss with eps 1e-15",
    };

    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.Log;

    /// <inheritdoc/>
    protected override double OfRow(ClassAnswers answers, int row)
    {
        var width = answers.Classes.Count;
        var probabilities = answers.Probabilities.AsSpan(row * width, width);
        var sum = 0.0;
        foreach (var probability in probabilities)
        {
            sum += Math.Clamp(probability, Smallest, 1 - Smallest);
        }

        return Math.Log(sum / Math.Clamp(probabilities[answers.Truth[row]], Smallest, 1 - Smallest));
    }
}
