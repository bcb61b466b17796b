using Modelwright.Monitoring;
using Modelwright.Retraining;

namespace Modelwright.Server.Retraining;

/// <summary>What has come together since the last training of a model.</summary>
/// <param name="lastTrained">When that was; null for never.</param>
/// <param name="labelledBefore">Rows that got a label since then, before the server started.</param>
internal sealed class RetrainingNeed(DateTimeOffset? lastTrained, int labelledBefore)
{
    private volatile bool _isScheduled;
    private string? _fault;

    internal DateTimeOffset? LastTrained => lastTrained;

    /// <summary>Labels that had come to this server when the last training began.</summary>
    internal long LabelsBefore { get; init; }

    /// <summary>Whether the clock of the schedule struck.</summary>
    internal bool IsScheduled
    {
        get => _isScheduled;
        set => _isScheduled = value;
    }

    /// <summary>How things are, as the policy asks.</summary>
    /// <param name="labels">Labels that have come to this server.</param>
    /// <param name="alarms">The alarms of the newest window.</param>
    /// <param name="atLeast">What new labelled rows are taken for where no log counts them; null where one does.</param>
    internal RetrainingState State(long labels, WindowFinding[] alarms, int? atLeast) => new()
    {
        LastTrained = lastTrained,
        NewLabelled = atLeast ?? (int)Math.Min(int.MaxValue, labelledBefore + labels - LabelsBefore),
        IsScheduled = IsScheduled,
        HasDriftAlarm = alarms.Any(alarm => alarm.Kind.EndsWith("drift", StringComparison.Ordinal)),
        HasPerformanceAlarm = alarms.Any(alarm => alarm.Kind.EndsWith("performance", StringComparison.Ordinal)),
    };

    /// <summary>Whether this was not the last fault; what stays wrong is told once.</summary>
    internal bool IsNewFault(string fault) => Interlocked.Exchange(ref _fault, fault) != fault;
}
