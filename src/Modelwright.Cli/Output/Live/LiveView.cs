using Spectre.Console;
using Spectre.Console.Rendering;

namespace Modelwright.Cli.Output.Live;

/// <summary>Draws a picture of a long job again and again while it goes on. Silent where nobody can watch.</summary>
internal static class LiveView
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for a job and draws it meanwhile; nothing of the picture stays.</summary>
    /// <param name="console">Where a person reads.</param>
    /// <param name="job">The job, under way.</param>
    /// <param name="draw">Its picture at the moment.</param>
    /// <returns>What the job gives.</returns>
    public static async Task<T> WatchAsync<T>(IAnsiConsole console, Task<T> job, Func<IRenderable> draw)
    {
        if (console.Profile.Capabilities is { Interactive: true, Ansi: true })
        {
            await console.Live(draw()).AutoClear(true).StartAsync(live => FollowAsync(live, job, draw)).ConfigureAwait(false);
        }

        return await job.ConfigureAwait(false);
    }

    private static async Task FollowAsync(LiveDisplayContext live, Task job, Func<IRenderable> draw)
    {
        while (!job.IsCompleted)
        {
            live.UpdateTarget(draw());
            await Task.WhenAny(job, Task.Delay(Pause)).ConfigureAwait(false);
        }
    }
}
