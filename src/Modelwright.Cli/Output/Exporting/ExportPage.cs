using System.Globalization;
using Modelwright.Exporting;
using Spectre.Console;

namespace Modelwright.Cli.Output.Exporting;

/// <summary>The answer of 'export' for a person.</summary>
internal static class ExportPage
{
    /// <summary>Writes what was proven and where it stands, or the parts that have no such form.</summary>
    public static void Write(IAnsiConsole console, ExportReport report)
    {
        foreach (var gap in report.Gaps)
        {
            Screen.Line(console, "No such form", Color.Red, $"{gap.Part}: {gap.Reason}.");
        }

        if (report.Path is not { } path)
        {
            Screen.Line(console, "Nothing was written. Use the package itself, or train without these parts ('modelwright train --help').");
            return;
        }

        var differs = report.LargestDifference == 0 ? "the very same answers" : string.Create(CultureInfo.InvariantCulture, $"answers at most {report.LargestDifference:G2} apart ({report.Tolerance:G2} allowed)");
        Screen.Line(console, string.Create(CultureInfo.InvariantCulture, $"Asked {report.Rows} rows, model and export gave {differs}."));
        foreach (var note in report.Notes)
        {
            Screen.Line(console, note);
        }

        Screen.Line(console, string.Create(CultureInfo.InvariantCulture, $"Wrote {path} ({report.Bytes / 1e3:F1} KB)"));
    }
}
