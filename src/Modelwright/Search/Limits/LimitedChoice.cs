using Modelwright.Validation;

namespace Modelwright.Search.Limits;

/// <summary>
/// Chooses in which shape a model is shipped: as the mean of fold models where that keeps within the limits, else with each
/// member fitted once on all rows. An interpretable model is one model, fitted once.
/// </summary>
internal sealed class LimitedChoice(ModelLimits limits, Partition partition)
{
    private readonly MemberRule _folds = new(limits, partition.Splits.Count, IsWhole: false);

    private readonly MemberRule _whole = new(limits, 1, IsWhole: partition.Splits.Count > 1);

    /// <summary>Whether the model of a trial costs too much even if it is fitted once.</summary>
    public bool IsOver(Trial trial) => !_whole.Allows([trial]);

    /// <summary>Whether a trial could be the model; a baseline is none where limits are named.</summary>
    public bool IsUsable(Trial trial) => trial.MayShip && !(limits.IsCost && trial.Candidate.Learner.Info.IsBaseline);

    /// <summary>The members and what they keep to.</summary>
    /// <param name="choose">Chooses the members that a rule allows.</param>
    public (IReadOnlyList<(Trial Trial, double Weight)> Members, MemberRule Rule) Of(Func<MemberRule, IReadOnlyList<(Trial Trial, double Weight)>> choose)
    {
        if (!limits.IsAny)
        {
            return (choose(MemberRule.Free), MemberRule.Free);
        }

        if (!limits.IsInterpretable && choose(MemberRule.Free) is var members && _folds.Allows(members.Select(member => member.Trial)))
        {
            return (members, _folds);
        }

        return (choose(_whole), _whole);
    }
}
