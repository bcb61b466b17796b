using Modelwright.Search.Ensembles;

namespace Modelwright.Search.Limits;

/// <summary>Which trials may be members of one model, so that it keeps within what a person asks.</summary>
/// <param name="Limits">What is asked.</param>
/// <param name="Copies">Fitted models that each member becomes: one, or one a fold.</param>
/// <param name="IsWhole">Whether each member is fitted once on all rows although the search fitted it on folds.</param>
internal sealed record MemberRule(ModelLimits Limits, int Copies, bool IsWhole)
{
    /// <summary>A clock never says the same twice: so much of the latency is used.</summary>
    private const double UsedLatency = 0.9;

    /// <summary>Every blend is allowed.</summary>
    public static MemberRule Free { get; } = new(ModelLimits.None, 1, IsWhole: false);

    /// <summary>The most members.</summary>
    public int Most => Limits.IsInterpretable ? 1 : EnsembleChoice.MostMembers;

    /// <summary>Whether the members do not cost too much together. What they share is counted for each, so the model costs no more.</summary>
    public bool Allows(IEnumerable<Trial> members)
    {
        if (!Limits.IsCost)
        {
            return true;
        }

        var (seconds, bytes) = (0.0, 0.0);
        foreach (var cost in members.Select(member => member.Cost!))
        {
            seconds += Copies * cost.Seconds;
            bytes += Copies * (double)cost.Bytes;
        }

        return seconds <= UsedLatency * Limits.Seconds && bytes <= Limits.Bytes;
    }
}
