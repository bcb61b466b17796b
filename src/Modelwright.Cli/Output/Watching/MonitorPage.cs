using System.Globalization;
using Modelwright.Monitoring;
using Modelwright.Sources;
using Spectre.Console;

namespace Modelwright.Cli.Output.Watching;

/// <summary>The answer of 'monitor' for a person.</summary>
internal static class MonitorPage
{
    private const int MostNotes = 12;
    private const int MostDrift = 8;

    /// <summary>Writes alarms first, then performance, drift and notes, window after window.</summary>
    public static void Write(IAnsiConsole console, MonitorHistory history, MonitorReference reference, SourceReport source, string package)
    {
        var against = reference.IsFromPackage ? "the statistics in the package" : $"{Numbers.Count(reference.Rows)} reference rows, {Numbers.Count(reference.LabelledRows)} with a label";
        Screen.Line(console, $"{package} on {source.Path}, held against {against}", new Style(decoration: Decoration.Bold));
        ProfilePage.WriteReading(console, source);
        foreach (var window in history.Windows)
        {
            Write(console, window, isOnly: history.Windows.Count == 1);
        }

        foreach (var trend in history.Trends)
        {
            Screen.Line(console, string.Create(CultureInfo.InvariantCulture, $"Trend of {(trend.IsEstimated ? "estimated" : "realised")} {trend.Metric}: {trend.Slope:+0.####;-0.####;0} a window over {trend.Windows} windows; chance alone does as much with {trend.Chance:0.###}."));
        }

        foreach (var text in history.Windows.SelectMany(window => window.NotLooked).Distinct())
        {
            Screen.Line(console, text);
        }

        Screen.Line(console, history.HasAlarm ? $"Alarm in {history.Windows.Count(window => window.HasAlarm)} of {history.Windows.Count} {(history.Windows.Count == 1 ? "window" : "windows")}." : "No alarm.");
    }

    private static void Write(IAnsiConsole console, WindowReport window, bool isOnly)
    {
        Screen.Line(console, $"{window.Name}: {Numbers.Count(window.Rows)} rows, {Numbers.Count(window.LabelledRows)} with a label");
        foreach (var alarm in window.Findings.Where(finding => finding.IsAlarm))
        {
            Screen.Line(console, "Alarm", Color.Red, alarm.Text);
        }

        if (window.Performance.Count > 0)
        {
            console.Write(Performance(window));
        }

        if (isOnly && window.Drift.Count > 0)
        {
            console.Write(Drift(window));
        }

        string[] notes = [.. window.Findings.Where(finding => !finding.IsAlarm).Select(finding => finding.Text)];
        foreach (var note in notes.Take(MostNotes))
        {
            Screen.Line(console, "Note", Color.Yellow, note);
        }

        if (notes.Length > MostNotes)
        {
            Screen.Line(console, $"and {notes.Length - MostNotes} more notes: --json or --report shows all.");
        }
    }

    private static Spectre.Console.Table Performance(WindowReport window)
    {
        var table = Screen.Table("metric", "by", ">value", ">95 % interval", ">reference", ">worse by");
        foreach (var figure in window.Performance)
        {
            Screen.AddRow(
                table,
                figure.Metric,
                figure.IsEstimated ? "estimate" : "labels",
                Numbers.Short(figure.Value),
                $"{Numbers.Short(figure.Lower)} … {Numbers.Short(figure.Upper)}",
                figure.Reference is { } reference ? Numbers.Short(reference) : "",
                figure.WorseBy is { } worse ? string.Create(CultureInfo.InvariantCulture, $"{worse * 100:0.0} %") : "");
        }

        return table;
    }

    private static Spectre.Console.Table Drift(WindowReport window)
    {
        var table = Screen.Table("distance from the reference", "of", ">distance", ">matters from", ">chance", "drifted");
        foreach (var figure in window.Drift.Take(MostDrift))
        {
            Screen.AddRow(table, figure.Name, figure.Of, figure.Distance.ToString("0.000", CultureInfo.InvariantCulture), figure.Threshold.ToString("0.000", CultureInfo.InvariantCulture), Numbers.Brief(figure.Chance), figure.HasDrifted ? "yes" : "no");
        }

        return table;
    }
}
