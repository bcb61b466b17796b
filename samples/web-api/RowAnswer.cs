using Modelwright.Runtime.Prediction;

namespace Modelwright.Samples.WebApi;

/// <summary>The answer to one row; what a model does not answer is left out.</summary>
/// <param name="Label">The class, for classification.</param>
/// <param name="Probabilities">One a class, 0 to 1.</param>
/// <param name="Value">The number, for regression.</param>
/// <param name="Columns">The answered numbers by name, for other tasks.</param>
/// <param name="Text">What the model says in words, such as why a row is strange.</param>
public sealed record RowAnswer(string? Label, IReadOnlyDictionary<string, double>? Probabilities, double? Value, IReadOnlyDictionary<string, double>? Columns, string? Text)
{
    internal static RowAnswer Of(Predictions predictions, int row)
    {
        var answer = predictions[row];
        return new(
            answer.Label,
            answer.Label is null ? null : answer.Classes.ToDictionary(name => name, answer.Probability),
            answer.Value,
            predictions.Columns.Count == 0 ? null : predictions.Columns.ToDictionary(column => column.Name, column => answer[column.Name]),
            answer.Text);
    }
}
