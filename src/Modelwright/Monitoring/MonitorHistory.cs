using Modelwright.Core.Errors;
using Modelwright.Monitoring.Pages;
using Modelwright.Reports.Content;

namespace Modelwright.Monitoring;

/// <summary>The reports of windows over time, with where performance is going.</summary>
public sealed record MonitorHistory
{
    /// <summary>The windows in the order of time.</summary>
    public required IReadOnlyList<WindowReport> Windows { get; init; }

    /// <summary>Whether any window has an alarm.</summary>
    public bool HasAlarm => Windows.Any(window => window.HasAlarm);

    /// <summary>Trends of the figures that four windows or more have.</summary>
    public IReadOnlyList<PerformanceTrend> Trends { get; init; } = [];

    /// <summary>Puts reports together.</summary>
    /// <param name="windows">In the order of time.</param>
    /// <returns>The history.</returns>
    public static MonitorHistory Of(IReadOnlyList<WindowReport> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        return new()
        {
            Windows = windows,
            Trends =
            [
                .. windows.SelectMany(window => window.Performance).Select(figure => (figure.Metric, figure.IsEstimated)).Distinct()
                    .Select(name => PerformanceTrend.Of(name.Metric, name.IsEstimated, [.. windows.Select(window => window.Performance.FirstOrDefault(figure => figure.Metric == name.Metric && figure.IsEstimated == name.IsEstimated)?.Value)]))
                    .OfType<PerformanceTrend>(),
            ],
        };
    }

    /// <summary>Writes it as JSON, beside its place first so that there is never half of it. Slices are left out; what is weak is in the findings.</summary>
    /// <param name="path">The file; one of this name is replaced.</param>
    /// <exception cref="OptionsException">The folder does not exist.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        HistoryFile.Write(path, this);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file, at most 256 MB.</param>
    /// <returns>The history; its trends are made anew.</returns>
    /// <exception cref="OptionsException">There is no such file.</exception>
    /// <exception cref="ArtifactException">It is damaged, or no history.</exception>
    public static MonitorHistory Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return HistoryFile.Read(path);
    }

    /// <summary>The history as a report, for a page or a document.</summary>
    /// <param name="package">What was watched, as a person named it.</param>
    /// <returns>A title, the most important sentence, and a section a question.</returns>
    public ReportDocument ToReport(string package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return HistoryReport.Of(this, package);
    }
}
