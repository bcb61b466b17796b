using Modelwright.Core.Learning;

namespace Modelwright.Measures.Classes;

/// <summary>Of the rows of a class, the share that is answered right.</summary>
internal sealed class Recall : PerClassMetric
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "recall",
        Title = "Recall",
        Task = LearningTask.Classification,
        HigherIsBetter = true,
        Minimum = 0,
        Maximum = 1,
        Constant = answers => ClassShares.Of(answers).OfAnswered(_ => 1),
        ConstantMeaning = "1 where the most frequent class is the positive one, else 0; with more than two classes 1 / number of classes",
        Meaning = "Of the rows of the positive class, the share answered so; 0 where there is none. With more than two classes the plain mean over the classes that occur in truth or answers.",
        IsProper = false,
        Source = "scikit-learn, recall_score with average 'binary' or 'macro' and zero_division 0",
    };

    /// <inheritdoc/>
    protected override double TrueFactor => 1;

    /// <inheritdoc/>
    protected override double AnsweredFactor => 0;
}
