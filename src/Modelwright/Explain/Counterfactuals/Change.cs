namespace Modelwright.Explain.Counterfactuals;

/// <summary>One column that is another in a counterfactual.</summary>
/// <param name="Column">The column.</param>
/// <param name="From">Its value in the row as a person reads it; null where it has none.</param>
/// <param name="To">The value it would have.</param>
/// <param name="Size">How large the change is: in robust standard deviations of the training rows for numbers and times, 1 for another level or a value where there was none.</param>
public sealed record Change(string Column, string? From, string To, double Size);
