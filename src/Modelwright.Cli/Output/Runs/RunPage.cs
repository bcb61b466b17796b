using Modelwright.Recording.Runs;
using Spectre.Console;

namespace Modelwright.Cli.Output.Runs;

/// <summary>One run for a person.</summary>
internal static class RunPage
{
    private const int MostTrials = 40;
    private const int FewestLetters = 16;

    /// <summary>Writes what was told and read, the trials in the order tried, figures, decisions, warnings, and where the package is.</summary>
    public static void Write(IAnsiConsole console, RecordedRun run)
    {
        var summary = run.Summary;
        Screen.Line(console, $"Run {summary.Id}, {RunsPage.Word(summary.State)}{(summary.Seconds is { } seconds ? $" after {Numbers.Seconds(seconds)}" : "")}{(run.Resumed > 1 ? $", resumed {Numbers.Count(run.Resumed)} times" : run.Resumed > 0 ? ", resumed once" : "")}", new Style(decoration: Decoration.Bold));
        Screen.Unbroken(console, $"Read: {summary.Source ?? "rows from memory"}, {Numbers.Count(run.Rows)} rows{(run.Fingerprint is { } hash ? $", sha256 {hash[..Math.Min(16, hash.Length)]}…" : "")}");
        Screen.Unbroken(console, $"Told: {string.Join(' ', run.Options.Select(option => option.Value == "yes" ? option.Key : $"{option.Key} {option.Value}"))}");
        Screen.Line(console, $"On: modelwright {run.Release}, {run.System} {run.Architecture}, {Numbers.Count(run.Threads)} of {Numbers.Count(run.Processors)} processors");
        WriteTrials(console, run);
        if (run.Figures.Count > 0)
        {
            console.Write(FigureTable.Of(run.Figures, "on", (figure, _) => $"{Numbers.Count(figure.Rows)} rows, {figure.Data.Replace('_', ' ')}"));
        }

        WriteWords(console, run);
        Screen.Unbroken(console, summary.Package is { } package ? $"Package: {package}{(File.Exists(package) ? "" : " (gone)")}" : "Package: none was saved");
        if (summary.CanResume)
        {
            Screen.Unbroken(console, $"Next: the call that began it with --resume {summary.Id}");
        }
    }

    private static void WriteTrials(IAnsiConsole console, RecordedRun run)
    {
        if (run.Trials.Count == 0)
        {
            return;
        }

        var shown = run.Trials.Take(MostTrials).ToArray();
        var places = shown.Select(trial => trial.Score).FirstOrDefault(score => score is not null) is { } some ? Numbers.Places(some) : 0;
        string[] titles = [">trial", "learner", $">{run.Metric ?? "score"}", ">time", ">weight"];
        string[][] rows = [.. shown.Select(trial => (string[])
        [
            Numbers.Count(trial.Trial),
            trial.Title,
            trial.Score is { } score ? Numbers.Fixed(score, places) : trial.State.Replace('_', ' '),
            Numbers.Seconds(trial.Seconds),
            trial.Weight > 0 ? Numbers.Percent(trial.Weight) : "",
        ])];
        var most = Math.Max(FewestLetters, console.Profile.Width - Screen.WidthOf(titles, rows));
        var table = Screen.Table([.. titles, "setting"]);
        foreach (var (trial, row) in shown.Zip(rows))
        {
            Screen.AddRow(table, [.. row, Screen.Shorten(Setting(trial), most)]);
        }

        console.Write(table);
        if (run.Trials.Count > shown.Length)
        {
            Screen.Line(console, $"{Numbers.Count(run.Trials.Count - shown.Length)} more trials: --json has all of them.");
        }
    }

    private static string Setting(RecordedTrial trial) =>
        trial.Fault ?? string.Join(", ", new[] { trial.Features == "standard" ? "" : $"features={trial.Features}", trial.Parameters }.Where(text => text.Length > 0));

    private static void WriteWords(IAnsiConsole console, RecordedRun run)
    {
        if (run.Stages.Count > 0)
        {
            Screen.Line(console, $"Stages: {string.Join(", ", run.Stages.Select(stage => $"{stage.Stage} {Numbers.Seconds(stage.Seconds)}"))}");
        }

        foreach (var decision in run.Decisions)
        {
            Screen.Line(console, decision);
        }

        foreach (var warning in run.Warnings)
        {
            Screen.Line(console, "Warning", Color.Yellow, warning);
        }

        if (run.Fault is { } fault)
        {
            Screen.Line(console, "Ended in", Color.Red, fault);
        }
    }
}
