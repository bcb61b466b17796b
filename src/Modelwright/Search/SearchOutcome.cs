using Modelwright.Search.Limits;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>What a search found.</summary>
/// <param name="Partition">The splits that every trial's answers are lined up with.</param>
/// <param name="Trials">All trials, best first.</param>
/// <param name="Members">The ensemble: trials with weights that sum to 1, heaviest first.</param>
/// <param name="Stopped">Whether it was asked to stop before its budget was spent.</param>
/// <param name="Warnings">What a person should know: learners that could not work, trials that failed.</param>
internal sealed record SearchOutcome(
    Partition Partition,
    IReadOnlyList<Trial> Trials,
    IReadOnlyList<(Trial Trial, double Weight)> Members,
    bool Stopped,
    IReadOnlyList<string> Warnings)
{
    /// <summary>What the members keep to.</summary>
    public MemberRule Rule { get; init; } = MemberRule.Free;

    /// <summary>The same without the models of trials that are no members, which take more memory than all else; what those answered stays.</summary>
    public SearchOutcome WithModelsOfMembers()
    {
        var members = Members.Select(member => member.Trial).ToHashSet(ReferenceEqualityComparer.Instance);
        return this with { Trials = [.. Trials.Select(trial => trial.Fits is { } fits && !members.Contains(trial) ? trial with { Fits = fits with { Folds = [] } } : trial)] };
    }
}
