using Modelwright.Recording.Selecting;
using Spectre.Console;

namespace Modelwright.Cli.Output.Found;

/// <summary>Which columns were kept, for a person.</summary>
internal static class SelectionLines
{
    private const int Most = 10;

    /// <summary>Writes which were kept and which are not asked for any more.</summary>
    public static void Write(IAnsiConsole console, EvidenceSelection? selection)
    {
        if (selection is null)
        {
            return;
        }

        string[] kept = [.. selection.Columns.Where(column => column.Decision == "kept").Select(column => column.Name)];
        string[] left = [.. selection.Columns.Where(column => column.Decision != "kept").Select(column => column.Name)];
        Screen.Line(console, $"{Numbers.Count(kept.Length)} of {Numbers.Count(selection.Columns.Count)} columns kept: {Listed(kept)}.");
        if (left.Length > 0)
        {
            Screen.Line(console, $"Left out, and not needed to predict: {Listed(left)}. Why: evidence.json, selection.");
        }
    }

    private static string Listed(string[] names) => string.Join(", ", names.Take(Most)) + (names.Length > Most ? $" and {Numbers.Count(names.Length - Most)} more" : "");
}
