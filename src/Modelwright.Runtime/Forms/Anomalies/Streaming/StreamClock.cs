using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>Follows the times of a series and learns its usual interval, whatever the pace and however irregular.</summary>
internal readonly ref struct StreamClock(Span<double> state)
{
    /// <summary>Numbers of state.</summary>
    internal const int Size = 3;

    private const double LongestGap = 1000;
    private readonly Span<double> _state = state;

    private ref double Last => ref _state[0];

    private ref double Interval => ref _state[1];

    private ref double Intervals => ref _state[2];

    /// <summary>Takes the next reading's time.</summary>
    /// <param name="ticks">Ticks; missing counts as one usual interval after the last, a time before the last as the last.</param>
    internal StreamTime Next(long ticks)
    {
        var isFirst = Last == 0;
        var time = ticks == TimeColumn.Missing ? Last + Interval : Math.Max(Last, ticks);
        var step = isFirst ? 0 : time - Last;
        var gap = Interval > 0 && step > 0 ? Math.Min(LongestGap, step / Interval) : 1;
        Last = time;
        Learn(step);
        return new(Share(time, TimeSpan.TicksPerDay), Share(time, 7.0 * TimeSpan.TicksPerDay), Interval > 0 ? TimeSpan.TicksPerDay / Interval : 0, gap);
    }

    // The median by steps that shrink to 1 %: one long gap moves it no more than a short one does.
    private void Learn(double step)
    {
        if (step <= 0)
        {
            return;
        }

        Intervals = Math.Min(Intervals + 1, 100);
        Interval = Interval == 0 ? step : Math.Clamp(step, Interval * (1 - (0.99 / Intervals)), Interval * (1 + (1 / Intervals)));
    }

    private static double Share(double time, double cycle) => (time / cycle) - Math.Floor(time / cycle);
}
