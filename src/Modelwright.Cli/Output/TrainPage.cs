using Modelwright.Cli.Output.Answering;
using Modelwright.Recording;
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
        Screen.Line(console, Title(run), new Style(decoration: Decoration.Bold));
        if (run.Leaderboard.Count > 0)
        {
            console.Write(LeaderboardTable.Of(run.Leaderboard, evidence.Metric, isFinal: true, console.Profile.Width));
            var left = LeaderboardTable.LeftOut(run.Leaderboard);
            Screen.Line(console, $"A setting shows what differs from the learner's first.{(left > 0 ? $" {Numbers.Count(left)} more trials are in evidence.json." : "")}");
        }

        if (evidence.Figures.Count > 0)
        {
            console.Write(FigureTable.Of(evidence.Figures, "on", (figure, _) => $"{Numbers.Count(figure.Rows)} rows, {figure.Data.Replace('_', ' ')}"));
        }

        foreach (var line in AnsweringLines.Of(evidence))
        {
            Screen.Line(console, line);
        }

        Screen.Line(console, Rows(evidence.Rows));
        foreach (var alike in run.Warnings.GroupBy(WithoutNumbers, StringComparer.Ordinal))
        {
            var more = alike.Count() > 1 ? $" ({Numbers.Count(alike.Count() - 1)} more like it in evidence.json)" : "";
            Screen.Line(console, "Warning", Color.Yellow, alike.First() + more);
        }

        var package = Path.Combine(folder, "model.mw");
        Screen.Unbroken(console, $"Wrote {package} ({Options.Sizes.Format(new FileInfo(package).Length)})");
        Screen.Unbroken(console, $"      {Path.Combine(folder, "evidence.json")}");
        Screen.Unbroken(console, $"      {Path.Combine(folder, "plan.json")}");
        Screen.Unbroken(console, $"Next: modelwright predict {Shell.Quote(package)} {(file == "-" ? "FILE" : Shell.Quote(SourceAddress.WithoutPassword(file)))} -o predictions.csv");
    }

    private static string Title(TrainingRun run)
    {
        var evidence = run.Evidence;
        var how = run.Stopped ? "stopped" : "done";
        var what = run.Leaderboard.Count == 0 ? "the plan was repeated"
            : run.Leaderboard.Count(entry => entry.Trial > 0) is 1 ? "1 trial and the baseline"
            : $"{Numbers.Count(run.Leaderboard.Count(entry => entry.Trial > 0))} trials and the baseline";
        return $"{evidence.Task} of '{evidence.Target}', {how} after {Numbers.Seconds(evidence.Seconds)}: {what}";
    }

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
