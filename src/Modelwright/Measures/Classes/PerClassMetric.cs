using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Classes;

/// <summary>
/// A ratio of counts of one class: of two classes the ratio of the positive one; of more the plain mean over the classes
/// that occur in truth or answers (macro average), in which a class without its denominator scores 0.
/// </summary>
internal abstract class PerClassMetric : ConfusionMetric
{
    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.Share;

    /// <summary>How much the truth of a class counts in the denominator of the ratio right / (a * true + b * answered).</summary>
    protected abstract double TrueFactor { get; }

    /// <summary>How much the answers of a class count in the denominator.</summary>
    protected abstract double AnsweredFactor { get; }

    /// <inheritdoc/>
    protected sealed override double Value(Confusion confusion)
    {
        if (confusion.Positive >= 0)
        {
            return Ratio(confusion, confusion.Positive);
        }

        var sum = 0.0;
        for (var column = 0; column < confusion.Classes; column++)
        {
            sum += Ratio(confusion, column);
        }

        return sum / confusion.Occurring;
    }

    /// <inheritdoc/>
    protected sealed override double Slope(Confusion confusion, double value, int truth, int answered)
    {
        if (confusion.Positive >= 0)
        {
            return RatioSlope(confusion, confusion.Positive, truth, answered);
        }

        var own = RatioSlope(confusion, truth, truth, answered);
        return (truth == answered ? own : own + RatioSlope(confusion, answered, truth, answered)) / confusion.Occurring;
    }

    /// <inheritdoc/>
    protected sealed override double Share(Confusion confusion) => confusion.Positive >= 0
        ? Denominator(confusion, confusion.Positive) / confusion.Total
        : 1;

    private double Denominator(Confusion confusion, int column) =>
        (TrueFactor * confusion.True(column)) + (AnsweredFactor * confusion.Answered(column));

    private double Ratio(Confusion confusion, int column) =>
        Denominator(confusion, column) is var denominator and > 0 ? confusion[column, column] / denominator : 0;

    private double RatioSlope(Confusion confusion, int column, int truth, int answered)
    {
        if (Denominator(confusion, column) is not (var denominator and > 0))
        {
            return 0;
        }

        var right = truth == column && answered == column ? 1.0 : 0;
        var below = (truth == column ? TrueFactor : 0) + (answered == column ? AnsweredFactor : 0);
        return (right - (Ratio(confusion, column) * below)) / denominator;
    }
}
