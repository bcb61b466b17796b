using Modelwright.Reports;
using Modelwright.Studio.Trainings;

namespace Modelwright.Studio.Views;

/// <summary>How a training stands, in words.</summary>
internal static class TrainingWords
{
    internal static string State(TrainingView training) => training.Phase switch
    {
        TrainingPhase.Read => "read, not started",
        TrainingPhase.Waiting => training.Before == 0 ? "waits for its turn" : $"waits for {Numbers.Count(training.Before)} before it",
        TrainingPhase.Running => training.IsStopping ? "stops, and keeps the best so far" : $"trains, {Numbers.Percent(training.Progress?.Share ?? 0)}",
        TrainingPhase.Done => training.Run?.Stopped == true ? "stopped, with a model" : "done",
        _ => "has no model",
    };

    internal static string Best(TrainingView training) => training.Run is { } run ? Texts.Figure(run.Headline)
        : training.Progress is { Leaderboard: [var best, ..] } ? $"{best.Title} {Numbers.Short(best.Score)}"
        : "";

    /// <summary>One sentence of where it is, for those who hear the page.</summary>
    internal static string Line(TrainingView training) => training.Phase switch
    {
        TrainingPhase.Waiting => $"It {State(training)}.",
        TrainingPhase.Running when training.IsStopping => "It stops, and keeps the best model so far.",
        TrainingPhase.Running => $"It trains: {Texts.Clean(training.Progress?.Message ?? "the file is read", 300)}",
        TrainingPhase.Done => "It is done.",
        TrainingPhase.Failed => "It ended without a model.",
        _ => "",
    };
}
