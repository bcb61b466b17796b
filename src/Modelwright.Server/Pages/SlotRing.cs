using Modelwright.Studio.Serving;

namespace Modelwright.Server.Pages;

/// <summary>Counts events with their durations in slots of ten seconds, for a quarter of an hour. Safe from any thread; a count may miss an event that comes while its slot begins.</summary>
internal sealed class SlotRing
{
    private const int Places = 90;
    private const long SlotTicks = 10 * TimeSpan.TicksPerSecond;

    // Durations from a microsecond on, eight bins for each doubling, so that a bin is right to a tenth.
    private const int BinsADoubling = 8;
    private const int Bins = 27 * BinsADoubling;
    private const double Least = 1e-6;

    private readonly Slot[] _slots = [.. Enumerable.Range(0, Places).Select(_ => new Slot())];
    private long _count;

    /// <summary>All events so far.</summary>
    internal long Count => Interlocked.Read(ref _count);

    internal void Add(DateTimeOffset at, double seconds)
    {
        Interlocked.Increment(ref _count);
        var number = at.UtcTicks / SlotTicks;
        var slot = _slots[number % Places];
        if (Volatile.Read(ref slot.Number) != number)
        {
            lock (slot)
            {
                if (slot.Number != number)
                {
                    Array.Clear(slot.Counts);
                    Volatile.Write(ref slot.Number, number);
                }
            }
        }

        var bin = seconds <= Least ? 0 : (int)Math.Min(Bins - 1, Math.Log2(seconds / Least) * BinsADoubling);
        Interlocked.Increment(ref slot.Counts[bin]);
    }

    /// <summary>The slots up to now, oldest first.</summary>
    internal IReadOnlyList<TrafficSlot> Slots(DateTimeOffset now)
    {
        var last = now.UtcTicks / SlotTicks;
        var slots = new TrafficSlot[Places];
        for (var place = 0; place < Places; place++)
        {
            var number = last - Places + 1 + place;
            var counts = CountsOf(number);
            slots[place] = new(new(number * SlotTicks, TimeSpan.Zero), TimeSpan.FromTicks(SlotTicks), counts.Sum(), Quantile(counts, 0.5), Quantile(counts, 0.99));
        }

        return slots;
    }

    /// <summary>The median duration and the one that 99 of 100 keep, over all slots.</summary>
    internal (TimeSpan? Median, TimeSpan? Slowest) Lately(DateTimeOffset now)
    {
        var last = now.UtcTicks / SlotTicks;
        var all = new long[Bins];
        for (var number = last - Places + 1; number <= last; number++)
        {
            var counts = CountsOf(number);
            for (var bin = 0; bin < counts.Length; bin++)
            {
                all[bin] += counts[bin];
            }
        }

        return (Quantile(all, 0.5), Quantile(all, 0.99));
    }

    private long[] CountsOf(long number)
    {
        var slot = _slots[number % Places];
        return Volatile.Read(ref slot.Number) == number ? [.. slot.Counts] : [];
    }

    private static TimeSpan? Quantile(long[] counts, double share)
    {
        var (sum, wanted) = (0L, (long)Math.Ceiling(counts.Sum() * share));
        for (var bin = 0; bin < counts.Length && wanted > 0; bin++)
        {
            sum += counts[bin];
            if (sum >= wanted)
            {
                return TimeSpan.FromSeconds(Least * Math.Pow(2, (bin + 0.5) / BinsADoubling));
            }
        }

        return null;
    }

    private sealed class Slot
    {
        internal readonly long[] Counts = new long[Bins];
        internal long Number = -1;
    }
}
