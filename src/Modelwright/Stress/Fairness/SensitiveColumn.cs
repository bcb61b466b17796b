namespace Modelwright.Stress.Fairness;

/// <summary>A column whose groups are to be treated alike.</summary>
/// <param name="Name">The column.</param>
/// <param name="IsSuggested">Whether only its name says so.</param>
internal sealed record SensitiveColumn(string Name, bool IsSuggested);
