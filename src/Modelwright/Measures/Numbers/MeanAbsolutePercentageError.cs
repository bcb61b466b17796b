using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Numbers;

/// <summary>The mean size of the error as a fraction of the truth.</summary>
internal sealed class MeanAbsolutePercentageError : MeanMetric<NumberAnswers>
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "mape",
        Title = "MAPE",
        Task = LearningTask.Regression,
        HigherIsBetter = false,
        Minimum = 0,
        Maximum = double.PositiveInfinity,
        Constant = answers => Centre.OfConstant(answers, (truth, mean) => truth == 0 ? double.NaN : Math.Abs((truth - mean) / truth)),
        ConstantMeaning = "the mean distance of the truth from its mean, as a fraction of the truth",
        Meaning = "The mean of |truth - prediction| / |truth|, as a fraction: 0.1 is ten percent. Rows whose truth is 0 are left out.",
        Undefined = "the truth of every row is 0",
        Source = "scikit-learn, mean_absolute_percentage_error; differs in that rows of truth 0 are left out",
    };

    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.Log;

    /// <inheritdoc/>
    protected override bool Counts(NumberAnswers answers, int row) => answers.Truth[row] != 0;

    /// <inheritdoc/>
    protected override double OfRow(NumberAnswers answers, int row) =>
        Math.Abs((answers.Truth[row] - answers.Predicted[row]) / answers.Truth[row]);
}
