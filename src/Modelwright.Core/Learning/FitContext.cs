namespace Modelwright.Core.Learning;

/// <summary>How a fit is to be done: everything that is neither data nor setting.</summary>
public sealed record FitContext
{
    /// <summary>The only origin of chance; the same seed gives the same form at any number of threads.</summary>
    public int Seed { get; init; }

    /// <summary>Threads to use, 1 or more.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Asks the fit to end at once with <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The clock of <see cref="Deadline"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Timestamp of <see cref="Time"/> at which the fit ends with what it has; null means no limit.</summary>
    public long? Deadline { get; init; }

    /// <summary>Called now and then with the share done, from 0 to 1; null where nobody listens.</summary>
    public Action<double>? Progress { get; init; }

    /// <summary>Whether the deadline has passed; looked at once a round.</summary>
    public bool IsLate => Deadline is { } deadline && Time.GetTimestamp() >= deadline;

    /// <summary>Seconds until the deadline; infinity without one, negative after it.</summary>
    public double SecondsLeft => Deadline is { } deadline
        ? (deadline - Time.GetTimestamp()) / (double)Time.TimestampFrequency
        : double.PositiveInfinity;
}
