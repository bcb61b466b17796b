using Modelwright.Recording;
using Modelwright.Recording.Runs;
using Spectre.Console;

namespace Modelwright.Cli.Output.Runs;

/// <summary>Two runs side by side for a person.</summary>
internal static class ComparedRunsPage
{
    /// <summary>Writes what differs, the figures with their intervals, and the members of both blends.</summary>
    public static void Write(IAnsiConsole console, RunComparison comparison)
    {
        var (first, second) = (comparison.First.Summary, comparison.Second.Summary);
        Screen.Line(console, $"First {first.Id}, second {second.Id}", new Style(decoration: Decoration.Bold));
        Screen.Line(console, comparison.SameData switch
        {
            true => "Both read the same bytes.",
            false => "They read different bytes, so their figures are of different rows.",
            null => "Whether they read the same is not known: one of them had its rows from memory.",
        });
        if (comparison.SameModel == true)
        {
            Screen.Line(console, "Both came to the same model.");
        }

        if (comparison.Differences.Count > 0)
        {
            var table = Screen.Table("differs", "first", "second");
            foreach (var difference in comparison.Differences)
            {
                Screen.AddRow(table, difference.Name, difference.First ?? "", difference.Second ?? "");
            }

            console.Write(table);
        }

        WriteFigures(console, comparison);
        WriteMembers(console, "first", comparison.First);
        WriteMembers(console, "second", comparison.Second);
    }

    private static void WriteFigures(IAnsiConsole console, RunComparison comparison)
    {
        if (comparison.Figures.Count == 0)
        {
            return;
        }

        var table = Screen.Table("metric", "on", ">first", ">second");
        foreach (var pair in comparison.Figures)
        {
            var any = pair.First ?? pair.Second!;
            var places = Numbers.Places(any.Value);
            Screen.AddRow(table, any.Metric, any.Data.Replace('_', ' '), Shown(pair.First, places), Shown(pair.Second, places));
        }

        console.Write(table);
        Screen.Line(console, "In brackets the 95 % interval of each run by itself: where they overlap, the figures alone do not tell which is better.");
    }

    private static void WriteMembers(IAnsiConsole console, string which, RecordedRun run)
    {
        var members = run.Trials.Where(trial => trial.Weight > 0).OrderByDescending(trial => trial.Weight).Select(trial => $"{Numbers.Percent(trial.Weight)} {trial.Title} (trial {Numbers.Count(trial.Trial)})").ToArray();
        Screen.Line(console, $"Members of the {which}: {(members.Length == 0 ? "none" : string.Join(", ", members))}");
    }

    private static string Shown(Figure? figure, int places) => figure is null
        ? ""
        : $"{Numbers.Fixed(figure.Value, places)} ({Numbers.Fixed(figure.Lower, places)} … {Numbers.Fixed(figure.Upper, places)})";
}
