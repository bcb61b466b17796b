namespace Modelwright.Explain;

/// <summary>What one column has to do with the answer to a row.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">Its value in the row as a person reads it; null where it has none.</param>
/// <param name="Usual">What is usual in the training rows: the middle value, or the most frequent level; null where that is not known.</param>
/// <param name="Contribution">How much it moves the answer, in the unit of the answer.</param>
/// <param name="Sentence">All of it in words.</param>
public sealed record Reason(string Column, string? Value, string? Usual, double Contribution, string Sentence)
{
    /// <summary>The standard error of the contribution; null where it is exact.</summary>
    public double? StandardError { get; init; }
}
