using Modelwright.Measures;

namespace Modelwright.Validation.Slices;

/// <summary>Rows that share a value of a column and on which the model does worse than on all others.</summary>
/// <param name="Column">The column.</param>
/// <param name="Meaning">Which rows, in words: "income above 4,100".</param>
/// <param name="Score">The main metric on these rows.</param>
/// <param name="Loss">Mean loss of a row in it: log loss for classes, absolute error for numbers.</param>
/// <param name="OtherLoss">Mean loss of a row outside.</param>
/// <param name="Chance">Probability of such a difference by chance, corrected for all slices that were looked at.</param>
internal sealed record Slice(string Column, string Meaning, Estimate Score, double Loss, double OtherLoss, double Chance);
