namespace Modelwright.Stress.Schemas;

/// <summary>What a model does with rows of another shape than it learned from.</summary>
/// <param name="Name">What was done, in snake_case: 'column_gone'.</param>
/// <param name="Column">The column that it was done to; null where to none of the model's.</param>
/// <param name="Outcome">'refused', 'answered' or 'crashed'.</param>
/// <param name="Text">The refusal as a person reads it, how many answers changed, or what the crash said.</param>
/// <param name="IsSound">Whether that is what a caller may rely on: a refusal that names the column, or answers that are right.</param>
public sealed record SchemaProbe(string Name, string? Column, string Outcome, string Text, bool IsSound);
