using Modelwright.Recording.Runs;
using Spectre.Console;

namespace Modelwright.Cli.Output.Runs;

/// <summary>The list of runs for a person.</summary>
internal static class RunsPage
{
    private const int LongestName = 28;

    /// <summary>Writes a line a run and how to go on with those that are unfinished.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<RunSummary> runs)
    {
        if (runs.Count == 0)
        {
            Screen.Line(console, "No run is recorded that is like that.");
            return;
        }

        var table = Screen.Table(">id (time in UTC)", "state", "rows of", "target", ">figure", ">time");
        foreach (var run in runs)
        {
            Screen.AddRow(table, run.Id, Word(run.State), Name(run.Source), run.Target ?? "", Headline(run), run.Seconds is { } seconds ? Numbers.Seconds(seconds) : "");
        }

        console.Write(table);
        foreach (var run in runs.Where(run => run.CanResume))
        {
            Screen.Unbroken(console, $"Unfinished: {run.Id} goes on with the call that began it and --resume {run.Id}");
        }
    }

    /// <summary>Writes what was taken away.</summary>
    public static void WriteDeleted(IAnsiConsole console, RunSummary run)
    {
        Screen.Line(console, $"The record of run {run.Id} is gone.");
        if (run.Package is { } package)
        {
            Screen.Unbroken(console, $"Its package is untouched: {package}");
        }
    }

    /// <summary>A state as a word.</summary>
    public static string Word(RunState state) => state.ToString().ToLowerInvariant();

    private static string Headline(RunSummary run) => run.Headline is { } figure ? $"{figure.Metric} {Numbers.Fixed(figure.Value, Numbers.Places(figure.Value))}" : "";

    private static string Name(string? source) => source is null ? "" : Screen.Shorten(Path.GetFileName(source) is { Length: > 0 } name ? name : source, LongestName);
}
