using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Numbers;

/// <summary>The square root of the mean squared error.</summary>
internal sealed class RootMeanSquaredError : Metric<NumberAnswers>
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "rmse",
        Title = "RMSE",
        Task = LearningTask.Regression,
        HigherIsBetter = false,
        Minimum = 0,
        Maximum = double.PositiveInfinity,
        Constant = answers => Math.Sqrt(Centre.Of((NumberAnswers)answers).Variance),
        ConstantMeaning = "the standard deviation of the truth",
        Meaning = "The square root of the mean of (truth - prediction) squared, in the unit of the target.",
        Source = "scikit-learn, mean_squared_error with squared False",
    };

    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.Log;

    /// <inheritdoc/>
    protected internal override double Value(NumberAnswers answers)
    {
        var sum = 0.0;
        var total = 0.0;
        for (var row = 0; row < answers.Count; row++)
        {
            var error = answers.Truth[row] - answers.Predicted[row];
            sum += answers.Weight(row) * error * error;
            total += answers.Weight(row);
        }

        return total > 0 ? Math.Sqrt(sum / total) : double.NaN;
    }

    /// <inheritdoc/>
    protected internal override void Slopes(NumberAnswers answers, double value, Span<double> slopes)
    {
        var total = Centre.Of(answers).Weight;
        for (var row = 0; value > 0 && row < answers.Count; row++)
        {
            var error = answers.Truth[row] - answers.Predicted[row];
            slopes[row] = ((error * error) - (value * value)) / (2 * value * total);
        }
    }
}
