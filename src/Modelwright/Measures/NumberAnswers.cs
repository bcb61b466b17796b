using Modelwright.Core.Errors;

namespace Modelwright.Measures;

/// <summary>Answers of a regression: the true and the predicted number, row by row.</summary>
public sealed record NumberAnswers : Answers
{
    /// <summary>Takes over truth and answers; the arrays are not to be changed while scored.</summary>
    /// <param name="truth">The true number of each row; finite.</param>
    /// <param name="predicted">The predicted number of each row; finite.</param>
    /// <exception cref="DataException">The lengths differ, or a number is not finite.</exception>
    public NumberAnswers(double[] truth, double[] predicted)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predicted);
        if (truth.Length != predicted.Length)
        {
            throw new DataException($"There are {predicted.Length} predictions for {truth.Length} true values. Give one a row.");
        }

        CheckFinite("The true value", truth, 1);
        CheckFinite("The prediction", predicted, 1);
        Truth = truth;
        Predicted = predicted;
    }

    /// <summary>The true number of each row.</summary>
    public double[] Truth { get; }

    /// <summary>The predicted number of each row.</summary>
    public double[] Predicted { get; }

    /// <inheritdoc/>
    public override int Count => Truth.Length;

    /// <inheritdoc/>
    public override Answers Take(ReadOnlySpan<int> rows) => new NumberAnswers(Gather(Truth, rows), Gather(Predicted, rows))
    {
        Weights = Weights is { } weights ? Gather(weights, rows) : null,
    };
}
