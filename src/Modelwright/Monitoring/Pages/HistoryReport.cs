using System.Globalization;
using Modelwright.Reports;
using Modelwright.Reports.Content;

namespace Modelwright.Monitoring.Pages;

/// <summary>What was found in windows, as a report.</summary>
internal static class HistoryReport
{
    /// <summary>Writes it.</summary>
    public static ReportDocument Of(MonitorHistory history, string package)
    {
        var alarms = history.Windows.Count(window => window.HasAlarm);
        var lead = alarms == 0
            ? $"No alarm in {Numbers.Count(history.Windows.Count)} {(history.Windows.Count == 1 ? "window" : "windows")}."
            : $"{Numbers.Count(alarms)} of {Numbers.Count(history.Windows.Count)} windows {(alarms == 1 ? "has" : "have")} an alarm.";
        List<ReportSection> sections = history.Windows.Count > 1 ? [new("windows", "All windows", [.. Overview(history)])] : [];
        sections.AddRange(history.Windows.Select((window, place) => new ReportSection(string.Create(CultureInfo.InvariantCulture, $"window_{place + 1}"), window.Name, [.. Of(window)])));
        return new($"{package} in use", lead, sections);
    }

    private static IEnumerable<ReportBlock> Overview(MonitorHistory history)
    {
        yield return Grid.Of("", "window|>rows|>labelled|>alarms|>notes|main metric, estimated|realised", history.Windows.Select(window => (IReadOnlyList<string>)
        [
            window.Name,
            Numbers.Count(window.Rows),
            Numbers.Count(window.LabelledRows),
            Numbers.Count(window.Findings.Count(finding => finding.IsAlarm)),
            Numbers.Count(window.Findings.Count(finding => !finding.IsAlarm)),
            Cell(window.Performance.FirstOrDefault(figure => figure.IsEstimated)),
            Cell(window.Performance.FirstOrDefault(figure => !figure.IsEstimated)),
        ]));
        if (history.Trends.Count > 0)
        {
            yield return Grid.Of("Trend", "metric|by|>change a window|>chance", history.Trends.Select(trend => (IReadOnlyList<string>)[trend.Metric, trend.IsEstimated ? "estimate" : "labels", Numbers.Short(trend.Slope), Numbers.Short(trend.Chance)]));
        }
    }

    private static IEnumerable<ReportBlock> Of(WindowReport window)
    {
        yield return new Facts([new("Rows", Numbers.Count(window.Rows)), new("With a label", Numbers.Count(window.LabelledRows)), new("Rows of the reference", Numbers.Count(window.ReferenceRows)), new("Verdict", window.HasAlarm ? "alarm" : "no alarm")]);
        Notice[] notices = [.. window.Findings.Select(finding => new Notice(finding.IsAlarm ? "severe" : "note", finding.Text)), .. window.NotLooked.Select(text => new Notice("note", text))];
        if (notices.Length > 0)
        {
            yield return new Notices(notices);
        }

        if (window.Performance.Count > 0)
        {
            yield return Grid.Of("Performance", "metric|by|>value|>95 % interval|>reference|>worse by", window.Performance.Select(figure => (IReadOnlyList<string>)
            [
                figure.Metric,
                figure.IsEstimated ? "estimate" : "labels",
                Numbers.Short(figure.Value),
                $"{Numbers.Short(figure.Lower)} … {Numbers.Short(figure.Upper)}",
                figure.Reference is { } reference ? Numbers.Short(reference) : "",
                figure.WorseBy is { } worse ? string.Create(CultureInfo.InvariantCulture, $"{worse * 100:0.0} %") : "",
            ]));
        }

        if (window.Drift.Count > 0)
        {
            yield return Grid.Of("Distance from the reference", "what|of|>distance|>matters from|>chance|drifted", window.Drift.Select(figure => (IReadOnlyList<string>)
            [
                figure.Name, figure.Of, Numbers.Short(figure.Distance), Numbers.Short(figure.Threshold), Numbers.Brief(figure.Chance), figure.HasDrifted ? "yes" : "no",
            ]));
        }
    }

    private static string Cell(WindowFigure? figure) => figure is null ? "" : $"{figure.Metric} {Numbers.Short(figure.Value)}{(figure.IsWorse ? ", worse" : "")}";
}
