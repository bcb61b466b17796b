namespace Modelwright.Core.Learning.Abilities;

/// <summary>One column of what a form answers.</summary>
/// <param name="Name">The name in files of predictions, in snake_case.</param>
/// <param name="Kind">What its numbers mean.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
public sealed record AnswerColumn(string Name, AnswerColumnKind Kind, string Meaning);
