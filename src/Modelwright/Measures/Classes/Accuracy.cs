using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Classes;

/// <summary>The share of rows answered right.</summary>
internal sealed class Accuracy : ConfusionMetric
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "accuracy",
        Title = "Accuracy",
        Task = LearningTask.Classification,
        HigherIsBetter = true,
        Minimum = 0,
        Maximum = 1,
        Constant = answers => ClassShares.Of(answers).Largest,
        ConstantMeaning = "the share of the most frequent class",
        Meaning = "The share of rows whose answered class is the true one.",
        IsProper = false,
        Source = "scikit-learn, accuracy_score",
    };

    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.Share;

    /// <inheritdoc/>
    protected override double Value(Confusion confusion) => confusion.Right / confusion.Total;

    /// <inheritdoc/>
    protected override double Slope(Confusion confusion, double value, int truth, int answered) =>
        ((truth == answered ? 1 : 0) - value) / confusion.Total;
}
