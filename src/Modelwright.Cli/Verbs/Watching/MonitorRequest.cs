using Modelwright.Monitoring;
using Modelwright.Monitoring.Alerts;

namespace Modelwright.Cli.Verbs.Watching;

/// <summary>What a call of 'monitor' asks for.</summary>
internal sealed record MonitorRequest
{
    /// <summary>The rows to judge.</summary>
    public string? Current { get; init; }

    /// <summary>Honest rows, or a file that was learned from them; null for the statistics in the package.</summary>
    public string? Reference { get; init; }

    /// <summary>Where what was learned of the reference is kept; null for nowhere.</summary>
    public string? WriteReference { get; init; }

    /// <summary>Whether the rows must have labels.</summary>
    public bool NeedsLabels { get; init; }

    /// <summary>Rows of a window; null where time cuts them, or nothing does.</summary>
    public int? Rows { get; init; }

    /// <summary>The length of a window.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>The column that says when a row came; null for the one that the model knows as its time.</summary>
    public string? Time { get; init; }

    /// <summary>Where a page goes; null for nowhere.</summary>
    public string? Page { get; init; }

    /// <summary>Who is told of alarms; null for nobody.</summary>
    public IAlertChannel? Webhook { get; init; }

    /// <summary>How windows are judged.</summary>
    public MonitorOptions Told { get; init; } = new();
}
