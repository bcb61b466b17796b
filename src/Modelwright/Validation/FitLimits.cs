namespace Modelwright.Validation;

/// <summary>What a fit over several splits may use.</summary>
/// <param name="Threads">Threads together.</param>
/// <param name="Time">The clock.</param>
/// <param name="Deadline">Timestamp by which the last split is to be done; null means no limit.</param>
/// <param name="Cancellation">Asks to end at once.</param>
internal sealed record FitLimits(int Threads, TimeProvider Time, long? Deadline, CancellationToken Cancellation)
{
    /// <summary>Splits that may be fitted side by side, for the sake of memory.</summary>
    public int SideBySide { get; init; } = int.MaxValue;

    /// <summary>Seconds until the deadline; infinity without one, negative after it.</summary>
    public double SecondsLeft => Deadline is { } deadline ? (deadline - Time.GetTimestamp()) / (double)Time.TimestampFrequency : double.PositiveInfinity;

    /// <summary>The deadline of a fit that shares the time left with the fits after it.</summary>
    /// <param name="splitsLeft">This split and those that have not begun.</param>
    public long? Share(int splitsLeft)
    {
        if (Deadline is not { } deadline)
        {
            return null;
        }

        var now = Time.GetTimestamp();
        var beside = Math.Min(Threads, SideBySide);
        var waves = Math.Max(1, (splitsLeft + beside - 1) / beside);
        return now + ((deadline - now) / waves);
    }
}
