using Spectre.Console;
using Spectre.Console.Rendering;

namespace Modelwright.Cli.Output.Live;

/// <summary>Shows a training run while it goes on: the time left and the best so far. Silent where nobody can watch.</summary>
internal sealed class LiveBoard : IProgress<TrainingProgress>
{
    private const int BarLength = 30;

    private volatile TrainingProgress _latest = new("start", 0, "Starting.");

    /// <inheritdoc/>
    public void Report(TrainingProgress value) => _latest = value;

    /// <summary>Waits for a run and draws it meanwhile.</summary>
    /// <param name="console">Where a person reads.</param>
    /// <param name="start">Starts the run.</param>
    /// <returns>The run.</returns>
    public static async Task<T> WatchAsync<T>(IAnsiConsole console, Func<IProgress<TrainingProgress>, Task<T>> start)
    {
        var board = new LiveBoard();
        var width = console.Profile.Width;
        return await LiveView.WatchAsync(console, start(board), () => Draw(board._latest, width)).ConfigureAwait(false);
    }

    /// <summary>One picture of a run.</summary>
    internal static IRenderable Draw(TrainingProgress progress, int width)
    {
        var left = progress.Left is { } time ? $"  {Numbers.Seconds(time.TotalSeconds)} left" : "";
        var full = (int)Math.Round(Math.Clamp(progress.Share, 0, 1) * BarLength);
        var bar = new string('━', full) + new string('╌', BarLength - full);
        var head = Screen.Plain($"{bar} {Numbers.Percent(progress.Share)}{left}  {progress.Message}");
        return progress.Leaderboard.Count == 0 ? head : new Rows(head, LeaderboardTable.Of(progress.Leaderboard, "score", isFinal: false, width));
    }
}
