using Modelwright.Findings;
using Spectre.Console;

namespace Modelwright.Cli.Output.Found;

/// <summary>What was written into a plan, and what a person must do, for a person.</summary>
internal static class RemedyLines
{
    /// <summary>Writes both; nothing where no plan was asked for.</summary>
    public static void Write(IAnsiConsole console, RemedyPlan? remedies, string? path)
    {
        if (remedies is null)
        {
            return;
        }

        Screen.Unbroken(console, $"Wrote {path}: {(remedies.Written.Count == 0 ? "the meaning of the columns; there was nothing to mend in it" : "")}".TrimEnd());
        foreach (var remedy in remedies.Written)
        {
            Screen.Line(console, $"  '{remedy.Finding.Column}': {remedy.Change} ({remedy.Finding.Kind})");
        }

        foreach (var finding in remedies.ByHand)
        {
            Screen.Line(console, $"By hand ({finding.Kind}{(finding.Column is { } column ? $", '{column}'" : "")}): {finding.Remedy}");
        }
    }
}
