using Modelwright.Recording;
using Modelwright.Search;

namespace Modelwright.Running;

/// <summary>Tells a listener where the run stands.</summary>
internal sealed class ProgressVoice(IProgress<TrainingProgress>? listener, RunClock clock)
{
    private IReadOnlyList<LeaderboardEntry> _leaderboard = [];

    /// <summary>Says where the run stands.</summary>
    public void Say(string stage, double share, string message) => listener?.Report(new(stage, Math.Clamp(share, 0, 1), message)
    {
        Left = clock.IsLimited ? TimeSpan.FromSeconds(Math.Max(0, clock.Left)) : null,
        Leaderboard = _leaderboard,
    });

    /// <summary>Says what a trial changed.</summary>
    public void Say(SearchState state)
    {
        _leaderboard = [.. state.Trials.Select(trial => trial.Entry(0))];
        var best = _leaderboard.FirstOrDefault(entry => !entry.NeedsStoreRows) is { } leader ? $"best is {leader.Title}" : "none has worked yet";
        Say("search", 0.02 + (0.8 * state.Share), $"Tried {state.Trials.Count}: {best}.");
    }
}
