using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Explain;

/// <summary>Why rows were answered as they were. Immutable by agreement: its arrays are not to be changed.</summary>
public sealed record Explanations
{
    /// <summary>The answers.</summary>
    public required Predictions Predictions { get; init; }

    /// <summary>The rows as the model takes them.</summary>
    public required Table Rows { get; init; }

    /// <summary>The columns that the model reads, in the schema's order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>
    /// What is explained, one entry an output: the probability of each class, of the positive class alone where there are two; or one
    /// entry, the name of the target, for a number.
    /// </summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>One an output: the answer before any column is known.</summary>
    public required IReadOnlyList<double> Base { get; init; }

    /// <summary>Rows x outputs x columns: how much a column moves the answer, in the unit of the answer. With the base they add up to it.</summary>
    public required double[] Contributions { get; init; }

    /// <summary>The standard error of each contribution; null where they are exact.</summary>
    public double[]? StandardErrors { get; init; }

    /// <summary>Why the contributions are an estimate; null where they are exact.</summary>
    public string? Estimated { get; init; }

    /// <summary>The contributions to one output of a row, in the order of the columns.</summary>
    /// <param name="row">0-based row.</param>
    /// <param name="output">0-based output.</param>
    public ReadOnlySpan<double> Of(int row, int output = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Predictions.RowCount, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)output, (uint)Outputs.Count, nameof(output));
        return Contributions.AsSpan(((row * Outputs.Count) + output) * Columns.Count, Columns.Count);
    }

    /// <summary>The answer that an output's base and contributions add up to.</summary>
    /// <param name="row">0-based row.</param>
    /// <param name="output">0-based output.</param>
    public double Answer(int row, int output = 0)
    {
        var classes = Predictions.Classes;
        return classes.Count == 0
            ? Predictions.Outputs[row]
            : Predictions[row].Probability(Outputs[output]);
    }

    /// <summary>The output of the class that a row was answered with; the only one where there are two classes or numbers.</summary>
    /// <param name="row">0-based row.</param>
    public int OutputOf(int row) =>
        Outputs.Count == 1 ? 0 : Enumerable.Range(0, Outputs.Count).First(output => Outputs[output] == Predictions.Label(row));
}
