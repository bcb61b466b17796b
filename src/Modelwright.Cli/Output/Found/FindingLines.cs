using Modelwright.Profile;
using Modelwright.Recording;
using Spectre.Console;

namespace Modelwright.Cli.Output.Found;

/// <summary>Findings for a person: a word for the severity, what was found, what to do, what was done.</summary>
internal static class FindingLines
{
    /// <summary>Writes findings of the data.</summary>
    public static void Write(IAnsiConsole console, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Line(console, finding.Severity, $"{finding.Text} {finding.Remedy}");
        }
    }

    /// <summary>Writes what a run found of leaks; notes stay in the evidence.</summary>
    public static void Write(IAnsiConsole console, IEnumerable<EvidenceFinding> findings)
    {
        foreach (var finding in findings.Where(finding => finding.Severity != "note"))
        {
            Line(console, Enum.Parse<FindingSeverity>(finding.Severity, ignoreCase: true), finding.Choice == "drop"
                ? $"{finding.Text} It was left out of training."
                : $"{finding.Text} {finding.Remedy}");
        }
    }

    private static void Line(IAnsiConsole console, FindingSeverity severity, string text)
    {
        var colour = severity switch
        {
            FindingSeverity.Severe => Color.Red,
            FindingSeverity.Warning => Color.Yellow,
            _ => Color.Grey,
        };
        Screen.Line(console, severity.ToString(), colour, text);
    }
}
