namespace Modelwright.Stress.Fairness;

/// <summary>How a model treats groups of people.</summary>
/// <param name="Columns">The sensitive columns that have two groups or more.</param>
/// <param name="NotRun">What was not looked at, each in a sentence with the reason.</param>
public sealed record FairnessReport(IReadOnlyList<FairnessColumn> Columns, IReadOnlyList<string> NotRun);
