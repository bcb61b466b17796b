namespace Modelwright.Server.Traffic;

/// <summary>Which versions of a model answer. Immutable.</summary>
/// <param name="Champion">The version that answers what no other does.</param>
public sealed record TrafficSplit(string Champion)
{
    /// <summary>The version that answers <see cref="ChallengerShare"/> of the requests; null means none.</summary>
    public string? Challenger { get; init; }

    /// <summary>The share of the requests for the challenger, 0 to 1. The same id always meets the same version while the share stays.</summary>
    public double ChallengerShare { get; init; }

    /// <summary>The version that is asked beside the one that answers, to be compared; null means none.</summary>
    public string? Shadow { get; init; }
}
