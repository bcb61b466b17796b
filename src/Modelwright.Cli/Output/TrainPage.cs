using System.Globalization;
using Modelwright.Recording;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>The answer of 'train' for a person.</summary>
internal static class TrainPage
{
    private const int MostEntries = 8;

    /// <summary>Writes the figures, the leaderboard, warnings, what was written, and what to do next.</summary>
    public static void Write(IAnsiConsole console, TrainingRun run, string folder, string file)
    {
        var evidence = run.Evidence;
        var how = run.Stopped ? "stopped" : "done";
        Screen.Line(console, $"{evidence.Task} of '{evidence.Target}', {how} after {Numbers.Seconds(evidence.Seconds)}: {Numbers.Count(evidence.Leaderboard.Count)} trials", new Style(decoration: Decoration.Bold));
        if (run.Leaderboard.Count > 0)
        {
            console.Write(Leaderboard(run.Leaderboard, MostEntries, isFinal: true));
        }

        if (evidence.Figures.Count > 0)
        {
            console.Write(Figures(evidence));
        }

        foreach (var warning in run.Warnings)
        {
            console.Write(new Text("Warning: ", new Style(Color.Yellow)));
            Screen.Line(console, warning);
        }

        var package = Path.Combine(folder, "model.mw");
        Screen.Unbroken(console, $"Wrote {package} ({Options.Sizes.Format(new FileInfo(package).Length)})");
        Screen.Unbroken(console, $"      {Path.Combine(folder, "evidence.json")}");
        Screen.Unbroken(console, $"      {Path.Combine(folder, "plan.json")}");
        Screen.Unbroken(console, $"Next: modelwright predict {package} {(file == "-" ? "FILE" : file)} -o predictions.csv");
    }

    /// <summary>The trials, best first.</summary>
    /// <param name="entries">All of them.</param>
    /// <param name="most">How many to show.</param>
    /// <param name="isFinal">Whether weights in the ensemble are known.</param>
    public static Table Leaderboard(IReadOnlyList<LeaderboardEntry> entries, int most, bool isFinal)
    {
        string[] titles = ["learner", "setting", ">score", ">time"];
        var table = Screen.Table(isFinal ? [.. titles, ">weight"] : titles);
        foreach (var entry in entries.Take(most))
        {
            string[] cells = [entry.Title, Shorten(Rounded(entry.Parameters)), Numbers.Short(entry.Score), Numbers.Seconds(entry.Seconds)];
            Screen.AddRow(table, isFinal ? [.. cells, entry.Weight > 0 ? Numbers.Percent(entry.Weight) : ""] : cells);
        }

        return table;
    }

    private static Table Figures(Evidence evidence)
    {
        var table = Screen.Table("metric", ">value", "95 % interval", "on");
        foreach (var figure in evidence.Figures)
        {
            Screen.AddRow(
                table,
                figure.Metric,
                Numbers.Short(figure.Value),
                $"{Numbers.Short(figure.Lower)} … {Numbers.Short(figure.Upper)}",
                $"{Numbers.Count(figure.Rows)} rows, {figure.Data.Replace('_', ' ')}");
        }

        return table;
    }

    // "penalty=0.00123456789, trees=300" with the digits that a person can use; plan.json keeps all.
    private static string Rounded(string parameters) => string.Join(", ", parameters.Split(", ").Select(pair =>
        pair.Split('=') is [var name, var value] && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{name}={number:G3}")
            : pair));

    private static string Shorten(string text)
    {
        const int Most = 48;
        return text.Length <= Most ? text : text[..(Most - 1)] + "…";
    }
}
