using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>A member of a recipe after its fits.</summary>
/// <param name="Candidate">What was fitted, with what was decided filled in.</param>
/// <param name="Weight">What it weighs.</param>
/// <param name="Place">The member of the recipe that it is a fit of.</param>
/// <param name="Folds">One fit a split, or one on all rows.</param>
/// <param name="Fits">What the splits answered; null for a fit on all rows.</param>
internal sealed record RecipeMember(Candidate Candidate, double Weight, int Place, IReadOnlyList<FoldFit> Folds, CrossFit? Fits);
