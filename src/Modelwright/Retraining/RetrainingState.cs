namespace Modelwright.Retraining;

/// <summary>How things are with a model in service, as far as a <see cref="RetrainingPolicy"/> asks.</summary>
public sealed record RetrainingState
{
    /// <summary>When it was trained or tried last; null where never here.</summary>
    public DateTimeOffset? LastTrained { get; init; }

    /// <summary>Labelled rows that came since.</summary>
    public int NewLabelled { get; init; }

    /// <summary>Whether the clock of the schedule struck since.</summary>
    public bool IsScheduled { get; init; }

    /// <summary>Whether the newest window raised an alarm of drift.</summary>
    public bool HasDriftAlarm { get; init; }

    /// <summary>Whether it raised one of quality.</summary>
    public bool HasPerformanceAlarm { get; init; }
}
