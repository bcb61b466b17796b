using Modelwright.Core.Errors;
using Modelwright.Measures.Comparing;
using Modelwright.Measures.Intervals;

namespace Modelwright.Measures;

/// <summary>
/// What the built-in metrics share: a score that depends on the rows through their weights alone, smooth in each, and
/// unchanged when all are doubled. Its slope in the weight of a row tells what the row adds to the spread of the score:
/// the infinitesimal jackknife, which is the delta method, and for ROC AUC what DeLong's formula gives.
/// </summary>
/// <typeparam name="T">The kind of answers it scores.</typeparam>
/// <remarks>Source: Efron 1982, The Jackknife, the Bootstrap and Other Resampling Plans, chapter 6; groups as in Liang &amp; Zeger 1986.</remarks>
internal abstract class Metric<T> : IMetric, IPairedMetric
    where T : Answers
{
    /// <inheritdoc/>
    public abstract MetricInfo Info { get; }

    /// <summary>The scale on which the score spreads evenly to both sides.</summary>
    protected abstract IntervalScale Scale { get; }

    /// <inheritdoc/>
    public double Score(Answers answers) => Value(Own(answers));

    /// <inheritdoc/>
    public Estimate Estimate(Answers answers, IReadOnlyList<int>? groups = null)
    {
        var own = Own(answers);
        var slopes = new double[own.Count];
        var value = Value(own);
        if (!double.IsNaN(value))
        {
            Slopes(own, value, slopes);
        }

        var spread = Spread.Of(own, slopes, groups);
        return double.IsNaN(value) || spread.Draws < 2
            ? new(value, double.NaN, Info.Minimum, Info.Maximum, spread.Rows)
            : Interval(own, value, spread);
    }

    /// <inheritdoc/>
    public Estimate Difference(Answers first, Answers second, IReadOnlyList<int>? groups)
    {
        var (one, other) = (Own(first), Own(second));
        var (before, after) = (Value(one), Value(other));
        var difference = after - before;
        var slopes = new double[other.Count];
        if (!double.IsNaN(difference))
        {
            // The same rows stand behind both scores, so what a row adds to the spread is what it adds to their difference.
            var others = new double[slopes.Length];
            Slopes(other, after, slopes);
            Slopes(one, before, others);
            for (var row = 0; row < slopes.Length; row++)
            {
                slopes[row] -= others[row];
            }
        }

        var spread = Spread.Of(other, slopes, groups);
        var way = spread.Reach * spread.StandardError;
        return double.IsNaN(difference) || spread.Draws < 2
            ? new(difference, double.NaN, double.NaN, double.NaN, spread.Rows)
            : new(difference, spread.StandardError, difference - way, difference + way, spread.Rows);
    }

    /// <summary>The score, or NaN.</summary>
    /// <param name="answers">Any number of rows.</param>
    protected internal abstract double Value(T answers);

    /// <summary>The derivative of the score by the weight of each row.</summary>
    /// <param name="answers">Rows for which the score is defined.</param>
    /// <param name="value">The score.</param>
    /// <param name="slopes">One a row, all 0 at first.</param>
    protected internal abstract void Slopes(T answers, double value, Span<double> slopes);

    /// <summary>How many rows the score rests on, used where it stands at its bound and so shows no spread.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="rows">Rows of a weight above 0.</param>
    protected virtual double Support(T answers, int rows) => rows;

    /// <summary>The interval from the spread.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="value">The score.</param>
    /// <param name="spread">Its spread over two draws or more.</param>
    protected virtual Estimate Interval(T answers, double value, Spread spread)
    {
        var (lower, upper) = IntervalEnds.Of(Scale, (Info.Minimum, Info.Maximum), value, spread with { Support = Support(answers, spread.Rows) });
        return new(value, spread.StandardError, lower, upper, spread.Rows);
    }

    private T Own(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers as T ?? throw new OptionsException(
            $"Metric '{Info.Name}' scores {Info.Task.ToString().ToLowerInvariant()}; the answers are of another task. Choose a metric of the task.");
    }
}
