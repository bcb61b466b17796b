namespace Modelwright.Core.Learning;

/// <summary>A column of an answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Meaning">Its meaning.</param>
public sealed record AnswerColumn(string Name, AnswerColumnKind Kind, string Meaning);
