using Modelwright.Core.Learning;

namespace Modelwright.Measures.Classes;

/// <summary>Accuracy in which every class counts the same.</summary>
internal sealed class BalancedAccuracy : ConfusionMetric
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "balanced_accuracy",
        Title = "Balanced accuracy",
        Task = LearningTask.Classification,
        HigherIsBetter = true,
        Minimum = 0,
        Maximum = 1,
        Constant = answers => 1.0 / ClassShares.Of(answers).Present,
        ConstantMeaning = "1 / number of classes",
        Meaning = "The mean over the classes of the share of its rows answered right; classes without rows are left out.",
        IsProper = false,
        Source = "scikit-learn, balanced_accuracy_score",
    };

    /// <inheritdoc/>
    protected override double Value(Confusion confusion)
    {
        var sum = 0.0;
        for (var column = 0; column < confusion.Classes; column++)
        {
            sum += confusion.True(column) is var rows and > 0 ? confusion[column, column] / rows : 0;
        }

        return sum / Occurring(confusion);
    }

    /// <inheritdoc/>
    protected override double Slope(Confusion confusion, double value, int truth, int answered)
    {
        var rows = confusion.True(truth);
        return ((truth == answered ? 1 : 0) - (confusion[truth, truth] / rows)) / rows / Occurring(confusion);
    }

    private static int Occurring(Confusion confusion)
    {
        var occurring = 0;
        for (var column = 0; column < confusion.Classes; column++)
        {
            occurring += confusion.True(column) > 0 ? 1 : 0;
        }

        return occurring;
    }
}
