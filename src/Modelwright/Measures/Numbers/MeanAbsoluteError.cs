using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Numbers;

/// <summary>The mean size of the error.</summary>
internal sealed class MeanAbsoluteError : MeanMetric<NumberAnswers>
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "mae",
        Title = "MAE",
        Task = LearningTask.Regression,
        HigherIsBetter = false,
        Minimum = 0,
        Maximum = double.PositiveInfinity,
        Constant = answers => Centre.OfConstant(answers, (truth, mean) => Math.Abs(truth - mean)),
        ConstantMeaning = "the mean distance of the truth from its mean",
        Meaning = "The mean of |truth - prediction|, in the unit of the target.",
        Source = "scikit-learn, mean_absolute_error",
    };

    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.Log;

    /// <inheritdoc/>
    protected override double OfRow(NumberAnswers answers, int row) => Math.Abs(answers.Truth[row] - answers.Predicted[row]);
}
