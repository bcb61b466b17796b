using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Numbers;

/// <summary>The share of the variance that is explained.</summary>
internal sealed class RSquared : Metric<NumberAnswers>
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "r2",
        Title = "R2",
        Task = LearningTask.Regression,
        HigherIsBetter = true,
        Minimum = double.NegativeInfinity,
        Maximum = 1,
        Constant = answers => Centre.Of((NumberAnswers)answers).Variance > 0 ? 0 : 1,
        ConstantMeaning = "0; 1 where the truth is constant too",
        Meaning = "1 - mean squared error / variance of the truth; negative where the mean of the truth does better. Where the truth is constant: 1 if every answer is right, else 0.",
        Source = "scikit-learn, r2_score",
    };

    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.LogBelow;

    /// <inheritdoc/>
    protected internal override double Value(NumberAnswers answers)
    {
        var centre = Centre.Of(answers);
        return !(centre.Weight > 0) ? double.NaN
            : centre.Variance > 0 ? 1 - (centre.Squares / centre.Variance)
            : centre.Squares > 0 ? 0 : 1;
    }

    /// <inheritdoc/>
    protected internal override void Slopes(NumberAnswers answers, double value, Span<double> slopes)
    {
        var centre = Centre.Of(answers);
        for (var row = 0; centre.Variance > 0 && row < answers.Count; row++)
        {
            var error = answers.Truth[row] - answers.Predicted[row];
            var away = answers.Truth[row] - centre.Mean;
            slopes[row] = (((1 - value) * away * away) - (error * error)) / (centre.Variance * centre.Weight);
        }
    }
}
