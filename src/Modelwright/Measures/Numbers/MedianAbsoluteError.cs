using Modelwright.Core.Learning;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Numbers;

/// <summary>The size of error that half the rows stay below.</summary>
internal sealed class MedianAbsoluteError : Metric<NumberAnswers>
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "median_absolute_error",
        Title = "Median absolute error",
        Task = LearningTask.Regression,
        HigherIsBetter = false,
        Minimum = 0,
        Maximum = double.PositiveInfinity,
        Constant = ConstantError,
        ConstantMeaning = "the median distance of the truth from its mean",
        Meaning = "The median of |truth - prediction|, in the unit of the target; with an even number of rows the mean of the middle two. With weights, the size of error below which half the weight lies.",
        Source = "scikit-learn, median_absolute_error; weighted as Woodruff 1952, Confidence intervals for medians and other position measures",
    };

    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.Log;

    /// <inheritdoc/>
    protected internal override double Value(NumberAnswers answers) => Sorted.Of(answers).At(0.5);

    /// <inheritdoc/>
    /// <remarks>The slope of the share of weight below the median; <see cref="Interval"/> turns shares into sizes of error.</remarks>
    protected internal override void Slopes(NumberAnswers answers, double value, Span<double> slopes)
    {
        var total = Centre.Of(answers).Weight;
        for (var row = 0; row < answers.Count; row++)
        {
            var size = Math.Abs(answers.Truth[row] - answers.Predicted[row]);
            slopes[row] = Math.Sign(value - size) / (2 * total);
        }
    }

    /// <inheritdoc/>
    protected override Estimate Interval(NumberAnswers answers, double value, Spread spread)
    {
        var sorted = Sorted.Of(answers);
        var way = spread.Reach * spread.StandardError;
        var lower = Math.Min(value, sorted.At(0.5 - way));
        var upper = Math.Max(value, sorted.At(0.5 + way));
        return new(value, (upper - lower) / (2 * spread.Reach), lower, upper, spread.Rows);
    }

    private static double ConstantError(Answers answers)
    {
        var numbers = (NumberAnswers)answers;
        var constant = new double[numbers.Count];
        Array.Fill(constant, Centre.Of(numbers).Mean);
        return Sorted.Of(new(numbers.Truth, constant) { Weights = numbers.Weights }).At(0.5);
    }
}
