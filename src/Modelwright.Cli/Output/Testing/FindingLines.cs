using System.Globalization;
using Modelwright.Stress;
using Spectre.Console;

namespace Modelwright.Cli.Output.Testing;

/// <summary>What attacks, groups, training rows and single values told of a model, a line each.</summary>
internal static class FindingLines
{
    private const int MostSentences = 4;
    private const int MostColumns = 3;

    /// <summary>Writes the lines; what is to be looked at stands in a colour.</summary>
    public static void Write(IAnsiConsole console, StressReport report)
    {
        foreach (var (word, text, isDoubtful) in Of(report))
        {
            Screen.Line(console, word, isDoubtful ? Color.Yellow : Color.Grey, text);
        }
    }

    private static IEnumerable<(string Word, string Text, bool IsDoubtful)> Of(StressReport report)
    {
        foreach (var slice in report.Slices.Slices.Where(slice => slice.IsUnexpected).Take(MostSentences))
        {
            yield return ("Weak group", slice.Sentence, true);
        }

        if (report.Attacks.All.Rows > 0)
        {
            yield return ("Attacks", Attacks(report), false);
        }

        foreach (var level in report.Backdoors.Levels.Take(MostSentences))
        {
            yield return ("Backdoor", level.Text, true);
        }

        if (report.Backdoors.Shortcut is { } shortcut)
        {
            yield return ("Shortcut", shortcut.Text, shortcut.IsFlagged);
        }

        foreach (var gap in report.Fairness.Columns.SelectMany(column => column.Gaps).Where(gap => gap.IsFlagged).Take(MostSentences))
        {
            yield return ("Fairness", gap.Sentence, true);
        }

        if (report.Privacy.Membership is { } membership)
        {
            yield return ("Privacy", membership.Text, membership.IsFlagged);
        }

        if (report.Privacy.Recovery.HoldsRows)
        {
            yield return ("Privacy", report.Privacy.Recovery.Text, true);
        }

        if (report.Privacy.Extraction is { } extraction)
        {
            yield return ("Theft", extraction.Text, false);
        }

        if (report.Poisoning.Poisons.FirstOrDefault(poison => poison is { Poison: "label_flips", Share: 0.03, Score: not null }) is { } poison)
        {
            yield return ("Poisoning", $"Where 3 % of the training answers are wrong, {poison.Score!.Lost.ToString("P0", CultureInfo.InvariantCulture)} of the lead is lost.", false);
        }
    }

    private static string Attacks(StressReport report)
    {
        var all = report.Attacks.All;
        var columns = string.Join(", ", report.Attacks.Columns.Take(MostColumns).Select(column => $"'{column.Key}'"));
        return string.Create(CultureInfo.InvariantCulture, $"{all.Flipped:P0} of {all.Rows} rows ({all.Lower:P0} to {all.Upper:P0}) are turned within a cost of {report.Attacks.Threat.Budget:0.##}{(columns.Length > 0 ? $", mostly by {columns}" : "")}.");
    }
}
