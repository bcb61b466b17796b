using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Classes;

/// <summary>A metric of the table of true and answered classes.</summary>
internal abstract class ConfusionMetric : Metric<ClassAnswers>
{
    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.LogOdds;

    /// <inheritdoc/>
    protected internal sealed override double Value(ClassAnswers answers) =>
        Confusion.Of(answers) is { Total: > 0 } confusion ? Value(confusion) : double.NaN;

    /// <inheritdoc/>
    protected internal sealed override void Slopes(ClassAnswers answers, double value, Span<double> slopes)
    {
        var confusion = Confusion.Of(answers);
        var cells = new double[confusion.Classes * confusion.Classes];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var truth = cell / confusion.Classes;
            var answered = cell % confusion.Classes;
            cells[cell] = confusion[truth, answered] > 0 ? Slope(confusion, value, truth, answered) : 0;
        }

        for (var row = 0; row < slopes.Length; row++)
        {
            slopes[row] = cells[(answers.Truth[row] * confusion.Classes) + answers.Answered(row)];
        }
    }

    /// <inheritdoc/>
    protected sealed override double Support(ClassAnswers answers, int rows) =>
        rows * Share(Confusion.Of(answers));

    /// <summary>The score of a table that is not empty.</summary>
    /// <param name="confusion">The table.</param>
    protected abstract double Value(Confusion confusion);

    /// <summary>The derivative of the score by one cell of the table.</summary>
    /// <param name="confusion">The table.</param>
    /// <param name="value">The score.</param>
    /// <param name="truth">The true class of the cell, which holds rows.</param>
    /// <param name="answered">The answered class of the cell.</param>
    protected abstract double Slope(Confusion confusion, double value, int truth, int answered);

    /// <summary>The share of rows on which the score rests.</summary>
    /// <param name="confusion">The table.</param>
    protected virtual double Share(Confusion confusion) => 1;
}
