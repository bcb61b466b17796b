using Modelwright.Cli.Options;
using Modelwright.Cli.Output.Answering;
using Modelwright.Cli.Output.Found;
using Modelwright.Recording;
using Modelwright.Recording.Runs;
using Modelwright.Sources;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>The answer of 'train' for a person.</summary>
internal static class TrainPage
{
    /// <summary>Writes the leaderboard, the figures, where the rows went, warnings, what was written, and what to do next.</summary>
    public static void Write(IAnsiConsole console, TrainingRun run, string folder, string file)
    {
        var evidence = run.Evidence;
        FindingLines.Write(console, evidence.Findings);
        Screen.Line(console, Title(run), new Style(decoration: Decoration.Bold));
        if (run.Leaderboard.Count > 0)
        {
            console.Write(LeaderboardTable.Of(run.Leaderboard, evidence.Metric, isFinal: true, console.Profile.Width));
            var left = LeaderboardTable.LeftOut(run.Leaderboard);
            Screen.Line(console, $"A setting shows what differs from the learner's first.{(left > 0 ? $" {Numbers.Count(left)} more trials are in evidence.json." : "")}{SecondLayer(evidence)}");
        }

        if (evidence.Target is null)
        {
            Screen.Line(console, run.Report.Lead);
        }

        SelectionLines.Write(console, evidence.Selection);
        if (evidence.Figures.Count > 0)
        {
            console.Write(FigureTable.Of(evidence.Figures, "on", (figure, _) => $"{Numbers.Count(figure.Rows)} rows, {figure.Data.Replace('_', ' ')}"));
        }

        foreach (var line in AnsweringLines.Of(evidence))
        {
            Screen.Line(console, line);
        }

        ChoiceTable.Write(console, evidence);
        ReadableModel.Write(console, run);
        if (evidence.Distillation is { } distilled)
        {
            Screen.Line(console, distilled.Meaning);
        }

        if (evidence.Importances is { } importances)
        {
            console.Write(Explaining.ImportanceTable.Of(importances, most: 5));
        }

        Screen.Line(console, Rows(evidence.Rows));
        foreach (var alike in run.Warnings.GroupBy(WithoutNumbers, StringComparer.Ordinal))
        {
            var more = alike.Count() > 1 ? $" ({Numbers.Count(alike.Count() - 1)} more like it in evidence.json)" : "";
            Screen.Line(console, "Warning", Color.Yellow, alike.First() + more);
        }

        foreach (var text in run.NotRecorded)
        {
            Screen.Line(console, "Warning", Color.Yellow, text);
        }

        SuspectLines.Write(console, run.SuspectRows, evidence.Target ?? "", "labels.json");
        var package = Path.Combine(folder, "model.mw");
        Screen.Unbroken(console, $"Wrote {package} ({Options.Sizes.Format(new FileInfo(package).Length)})");
        foreach (var name in (string[])["report.html", "card.md", "evidence.json", "plan.json"])
        {
            Screen.Unbroken(console, $"      {Path.Combine(folder, name)}");
        }

        Screen.Unbroken(console, $"Next: modelwright predict {Shell.Quote(package)} {(file == "-" ? "FILE" : Shell.Quote(SourceAddress.WithoutPassword(file)))} -o predictions.csv");
    }

    /// <summary>Says which run goes on, or that a new one begins after all.</summary>
    public static void WriteResume(IAnsiConsole console, RecordRequest? asked, RecordOptions? chosen)
    {
        if (asked is { IsResume: true } && chosen is not null)
        {
            Screen.Line(console, chosen.Resume is { } id ? $"Run {id} goes on." : "No unfinished run of these rows and this target is recorded, so a new one begins.");
        }
    }

    private static string Title(TrainingRun run)
    {
        var evidence = run.Evidence;
        var how = run.Stopped ? "stopped" : "done";
        var what = run.Leaderboard.Count == 0 ? "the plan was repeated"
            : evidence.Target is null ? $"{Numbers.Count(run.Leaderboard.Count)} {(run.Leaderboard.Count == 1 ? "trial" : "trials")}"
            : run.Leaderboard.Count(entry => entry.Trial > 0) is 1 ? "1 trial and the baseline"
            : $"{Numbers.Count(run.Leaderboard.Count(entry => entry.Trial > 0))} trials and the baseline";
        return $"{evidence.Task}{(evidence.Target is { } target ? $" of '{target}'" : "")}, {how} after {Numbers.Seconds(evidence.Seconds)}: {what}";
    }

    private static string SecondLayer(Evidence evidence) => evidence.Stacking is { IsKept: true } stacking ? $" {stacking.Reason}" : "";

    // Several fits say the same with other numbers.
    private static string WithoutNumbers(string warning) => string.Concat(warning.Where(letter => !char.IsAsciiDigit(letter)));

    // Where every row went: nothing is left out in silence.
    private static string Rows(EvidenceRows rows)
    {
        (long Count, string Meaning)[] parts =
        [
            (rows.Skipped, "that could not be read left out"),
            (rows.WithoutTarget, "without a target left out"),
            (rows.LeftOutForMemory, "left out for memory"),
            (rows.OutsideSearch, "outside the search, which chose on a sample"),
            (rows.SealedHoldout, "sealed for the figures"),
            (rows.Test, "scored as test rows"),
        ];
        var said = parts.Where(part => part.Count > 0).Select(part => $"{Numbers.Count(part.Count)} {part.Meaning}");
        return $"Rows: {string.Join(", ", said.Prepend($"{Numbers.Count(rows.Read)} read"))}; the model was made from {Numbers.Count(rows.Shipped)}.";
    }
}
