using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Classes;

/// <summary>Harmonic mean of precision and recall.</summary>
internal sealed class F1 : PerClassMetric
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "f1",
        Title = "F1",
        Task = LearningTask.Classification,
        HigherIsBetter = true,
        Minimum = 0,
        Maximum = 1,
        Constant = answers => ClassShares.Of(answers).OfAnswered(share => 2 * share / (1 + share)),
        ConstantMeaning = "2 s / (1 + s) for the share s of the most frequent class where that is the positive one, else 0; divided by the number of classes where there are more than two",
        Meaning = "Harmonic mean of precision and recall of the positive class; 0 where no row is answered right. With more than two classes the plain mean over the classes that occur in truth or answers.",
        IsProper = false,
        Source = "scikit-learn, f1_score with average 'binary' or 'macro' and zero_division 0",
    };

    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.LogOdds;

    /// <inheritdoc/>
    protected override double TrueFactor => 0.5;

    /// <inheritdoc/>
    protected override double AnsweredFactor => 0.5;
}
