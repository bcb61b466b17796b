namespace Modelwright.Profile;

/// <summary>Something about the data that a person should know.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Kind">What it is about, in snake_case: 'missing', 'constant', 'id', 'duplicates', 'imbalance', 'rare_levels', 'near_unique' and others.</param>
/// <param name="Column">The column; null where it is about the table.</param>
/// <param name="Text">What was found, with its numbers.</param>
/// <param name="Remedy">What to do, or what is done by itself.</param>
public sealed record Finding(FindingSeverity Severity, string Kind, string? Column, string Text, string Remedy);
