using Modelwright.Sources;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Modelwright.Cli.Output.Live;

/// <summary>Shows a reading while it goes on: the rows so far, and how many a second.</summary>
internal sealed class ReadingBoard(string path, TimeProvider time) : IProgress<long>
{
    private readonly long _start = time.GetTimestamp();
    private long _rows;

    /// <inheritdoc/>
    public void Report(long value) => Volatile.Write(ref _rows, value);

    /// <summary>Waits for a reading and draws it meanwhile.</summary>
    /// <param name="console">Where a person reads.</param>
    /// <param name="path">What is read, as typed.</param>
    /// <param name="time">The clock.</param>
    /// <param name="read">Starts the reading.</param>
    /// <returns>What was read.</returns>
    public static Task<SourceTable> WatchAsync(IAnsiConsole console, string path, TimeProvider time, Func<IProgress<long>, Task<SourceTable>> read)
    {
        var board = new ReadingBoard(path, time);
        return LiveView.WatchAsync(console, Task.Run(() => read(board)), board.Draw);
    }

    /// <summary>One picture of the reading.</summary>
    internal IRenderable Draw()
    {
        var rows = Volatile.Read(ref _rows);
        var seconds = time.GetElapsedTime(_start).TotalSeconds;
        return Screen.Plain(rows == 0 ? $"Reading {path} …" : $"Reading {path}: {Numbers.Count(rows)} rows, {Numbers.Count((long)(rows / Math.Max(seconds, 0.001)))} a second");
    }
}
