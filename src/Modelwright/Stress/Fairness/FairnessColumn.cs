namespace Modelwright.Stress.Fairness;

/// <summary>How a model treats the groups of one sensitive column.</summary>
/// <param name="Name">The column.</param>
/// <param name="IsSuggested">Whether nobody declared it, and its name alone says that it may be sensitive.</param>
/// <param name="Groups">Groups of 40 rows or more: levels by their rows, parts of numbers ascending.</param>
/// <param name="Gaps">How far apart they are.</param>
/// <param name="Remedies">What would bring them together, and its price.</param>
/// <param name="Notes">What a reader has to know: groups left out, remedies not run, what no model can do.</param>
public sealed record FairnessColumn(string Name, bool IsSuggested, IReadOnlyList<FairnessGroup> Groups, IReadOnlyList<FairnessGap> Gaps, IReadOnlyList<FairnessRemedy> Remedies, IReadOnlyList<string> Notes);
