namespace Modelwright.Recording.Selecting;

/// <summary>Which columns were chosen, and why; all of it on rows that no figure comes from.</summary>
/// <param name="Choice">What was asked.</param>
/// <param name="Meaning">How it was chosen, in prose.</param>
/// <param name="Rows">Rows that were looked at.</param>
/// <param name="Folds">Folds they were parted into.</param>
/// <param name="Rounds">Rounds of the comparison with noise, each with other shadow columns.</param>
/// <param name="Columns">Every column that could be a feature: those that are kept first, each part by importance.</param>
public sealed record EvidenceSelection(FeatureChoice Choice, string Meaning, int Rows, int Folds, int Rounds, IReadOnlyList<SelectedColumn> Columns)
{
    /// <summary>For 'fewest': the loss by the number of columns, the smallest first; empty otherwise.</summary>
    public IReadOnlyList<SetSize> Sizes { get; init; } = [];
}
