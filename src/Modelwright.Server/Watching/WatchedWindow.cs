using Modelwright.Monitoring;

namespace Modelwright.Server.Watching;

/// <summary>A window that is kept, with what was done about it.</summary>
internal sealed class WatchedWindow(WindowReport report, DateTimeOffset until)
{
    private readonly HashSet<(string Kind, string? Column)> _told = [];

    /// <summary>What was found.</summary>
    internal WindowReport Report { get; set; } = report;

    /// <summary>Where the next window began.</summary>
    internal DateTimeOffset Until { get; } = until;

    /// <summary>Labels of its rows when it was judged; -1 where that is not known.</summary>
    internal int Labels { get; set; } = -1;

    /// <summary>How many labels the model had been sent when its labels were counted last; -1 for never.</summary>
    internal long CheckedAt { get; set; } = -1;

    /// <summary>The alarms that nobody was told of yet, from here on counted as told.</summary>
    internal WindowFinding[] TakeNewAlarms() => [.. Report.Findings.Where(finding => finding.IsAlarm && _told.Add((finding.Kind, finding.Column)))];
}
