namespace Modelwright.Search;

/// <summary>The budget of a run, counted from its start. Without a budget nothing is ever late.</summary>
internal sealed class RunClock
{
    private readonly TimeProvider _time;
    private readonly double _budget;
    private readonly long _start;

    /// <summary>Starts the clock; no budget means no limit.</summary>
    /// <param name="time">The clock underneath.</param>
    /// <param name="budget">The limit of the whole run.</param>
    /// <param name="spent">Seconds that a run which goes on took before.</param>
    public RunClock(TimeProvider time, TimeSpan? budget, double spent = 0)
        : this(time, budget?.TotalSeconds ?? double.PositiveInfinity, time.GetTimestamp() - (long)(spent * time.TimestampFrequency))
    {
    }

    private RunClock(TimeProvider time, double budget, long start)
    {
        _time = time;
        _budget = budget;
        _start = start;
    }

    /// <summary>The clock underneath.</summary>
    public TimeProvider Time => _time;

    /// <summary>Whether there is a budget.</summary>
    public bool IsLimited => double.IsFinite(_budget);

    /// <summary>The same clock without a budget.</summary>
    public RunClock Unlimited => new(_time, double.PositiveInfinity, _start);

    /// <summary>Seconds since the start.</summary>
    public double Elapsed => _time.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Seconds left; infinity without a budget.</summary>
    public double Left => _budget - Elapsed;

    /// <summary>The timestamp some seconds from now; null for infinity.</summary>
    public long? In(double seconds) =>
        double.IsPositiveInfinity(seconds) ? null : _time.GetTimestamp() + (long)(Math.Max(0, seconds) * _time.TimestampFrequency);

    /// <summary>The same clock with some seconds less.</summary>
    public RunClock Less(double seconds) => new(_time, _budget - seconds, _start);
}
