using Modelwright.Core.Learning;

namespace Modelwright.Measures.Classes;

/// <summary>Of the rows answered with a class, the share that is right.</summary>
internal sealed class Precision : PerClassMetric
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "precision",
        Title = "Precision",
        Task = LearningTask.Classification,
        HigherIsBetter = true,
        Minimum = 0,
        Maximum = 1,
        Constant = answers => ClassShares.Of(answers).OfAnswered(share => share),
        ConstantMeaning = "the share of the most frequent class where that is the positive one, else 0; divided by the number of classes where there are more than two",
        Meaning = "Of the rows answered with the positive class, the share that is of it; 0 where none is answered so. With more than two classes the plain mean over the classes that occur in truth or answers.",
        IsProper = false,
        Source = "scikit-learn, precision_score with average 'binary' or 'macro' and zero_division 0",
    };

    /// <inheritdoc/>
    protected override double TrueFactor => 0;

    /// <inheritdoc/>
    protected override double AnsweredFactor => 1;
}
