namespace Modelwright.Measures;

/// <summary>A metric that is the weighted mean of a figure of each row.</summary>
/// <typeparam name="T">The kind of answers it scores.</typeparam>
internal abstract class MeanMetric<T> : Metric<T>
    where T : Answers
{
    /// <inheritdoc/>
    protected internal sealed override double Value(T answers)
    {
        var sum = 0.0;
        var total = 0.0;
        for (var row = 0; row < answers.Count; row++)
        {
            if (answers.Weight(row) is var weight and > 0 && Counts(answers, row))
            {
                sum += weight * OfRow(answers, row);
                total += weight;
            }
        }

        return total > 0 ? sum / total : double.NaN;
    }

    /// <inheritdoc/>
    protected internal sealed override void Slopes(T answers, double value, Span<double> slopes)
    {
        var total = 0.0;
        for (var row = 0; row < answers.Count; row++)
        {
            total += Counts(answers, row) ? answers.Weight(row) : 0;
        }

        for (var row = 0; row < answers.Count; row++)
        {
            slopes[row] = Counts(answers, row) ? (OfRow(answers, row) - value) / total : 0;
        }
    }

    /// <summary>The figure of a row.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="row">0-based row that counts.</param>
    protected abstract double OfRow(T answers, int row);

    /// <summary>Whether a row has the figure.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="row">0-based row.</param>
    protected virtual bool Counts(T answers, int row) => true;
}
