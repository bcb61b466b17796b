namespace Modelwright.Recording;

/// <summary>One trial as a person reads it.</summary>
/// <param name="Trial">From 1 in the order tried; the baseline is 0.</param>
/// <param name="Learner">Name of the learner.</param>
/// <param name="Title">Name of the learner in prose.</param>
/// <param name="Parameters">What was set, such as "leaves=31, learning_rate=0.05"; empty for the defaults.</param>
/// <param name="Score">The metric, out of fold.</param>
/// <param name="Seconds">Wall-clock time.</param>
public sealed record LeaderboardEntry(int Trial, string Learner, string Title, string Parameters, double Score, double Seconds)
{
    /// <summary>Its weight in the ensemble; 0 where it is not a member, or while the search goes on.</summary>
    public double Weight { get; init; }

    /// <summary>Whether it was tried as evidence alone: its model holds training rows, and those may not enter the package.</summary>
    public bool NeedsStoreRows { get; init; }
}
