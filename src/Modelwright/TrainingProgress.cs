using Modelwright.Recording;

namespace Modelwright;

/// <summary>Where a training run stands.</summary>
/// <param name="Stage">The stage: 'profile', 'search', 'refit', 'package'.</param>
/// <param name="Share">Share of the run that is done, from 0 to 1.</param>
/// <param name="Message">One sentence for a person.</param>
public sealed record TrainingProgress(string Stage, double Share, string Message)
{
    /// <summary>Time left of the budget; null without one.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>What was tried so far, best first.</summary>
    public IReadOnlyList<LeaderboardEntry> Leaderboard { get; init; } = [];
}
