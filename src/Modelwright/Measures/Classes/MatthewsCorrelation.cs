using Modelwright.Core.Learning;

namespace Modelwright.Measures.Classes;

/// <summary>The correlation of true and answered classes.</summary>
internal sealed class MatthewsCorrelation : ConfusionMetric
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "mcc",
        Title = "MCC",
        Task = LearningTask.Classification,
        HigherIsBetter = true,
        Minimum = -1,
        Maximum = 1,
        Constant = _ => 0,
        ConstantMeaning = "0",
        Meaning = "Matthews correlation of true and answered classes, for two classes or more; 0 where truth or answers are all of one class.",
        IsProper = false,
        Source = "Gorodkin 2004, Comparing two K-category assignments by a K-category correlation coefficient; scikit-learn, matthews_corrcoef",
    };

    /// <inheritdoc/>
    protected override double Value(Confusion confusion)
    {
        var (shared, answered, truth) = Covariances(confusion);
        return answered > 0 && truth > 0 ? Math.Clamp(shared / Math.Sqrt(answered * truth), -1, 1) : 0;
    }

    /// <inheritdoc/>
    protected override double Slope(Confusion confusion, double value, int truth, int answered)
    {
        var (shared, answeredAlone, truthAlone) = Covariances(confusion);
        if (answeredAlone <= 0 || truthAlone <= 0)
        {
            return 0;
        }

        var total = confusion.Total;
        var sharedSlope = (truth == answered ? total : 0) + confusion.Right - confusion.Answered(truth) - confusion.True(answered);
        var answeredSlope = 2 * (total - confusion.Answered(answered));
        var truthSlope = 2 * (total - confusion.True(truth));
        return (sharedSlope / Math.Sqrt(answeredAlone * truthAlone))
            - (value / 2 * ((answeredSlope / answeredAlone) + (truthSlope / truthAlone)));
    }

    private static (double Shared, double Answered, double Truth) Covariances(Confusion confusion)
    {
        var shared = confusion.Right * confusion.Total;
        var answered = confusion.Total * confusion.Total;
        var truth = answered;
        for (var column = 0; column < confusion.Classes; column++)
        {
            shared -= confusion.True(column) * confusion.Answered(column);
            answered -= confusion.Answered(column) * confusion.Answered(column);
            truth -= confusion.True(column) * confusion.True(column);
        }

        return (shared, answered, truth);
    }
}
