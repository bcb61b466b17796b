namespace Modelwright.Hosting.Tests.Data;

/// <summary>A clock that moves when it is told to, and whose timers tick then.</summary>
internal sealed class HandClock : TimeProvider
{
    internal static readonly DateTimeOffset Begin = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<HandTimer> _timers = [];
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => Begin.AddTicks(GetTimestamp());

    public void Advance(TimeSpan span)
    {
        HandTimer[] timers;
        lock (_lock)
        {
            _ticks += span.Ticks;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.TickIfDue(GetTimestamp());
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private sealed class HandTimer(HandClock clock, Action tick) : ITimer
    {
        private long _due = long.MaxValue;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : clock.GetTimestamp() + dueTime.Ticks;
            _period = period;
            return true;
        }

        public void TickIfDue(long now)
        {
            while (_due <= now)
            {
                _due = _period == Timeout.InfiniteTimeSpan ? long.MaxValue : _due + _period.Ticks;
                tick();
            }
        }

        public void Dispose() => _due = long.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
