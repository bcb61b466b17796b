namespace Modelwright.Validation;

/// <summary>Which splitter parts the rows, and how finely.</summary>
/// <param name="Splitter">Name of a splitter.</param>
/// <param name="Folds">Number of folds, for splitters that make several.</param>
/// <param name="TestShare">Share of the rows held out, for splitters that make one split.</param>
public sealed record PartitionPlan(string Splitter, int Folds, double TestShare);
