using CsCheck;
using Modelwright.Server.Pages;

namespace Modelwright.Server.Tests.Pages;

public sealed class SlotRingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 5, TimeSpan.Zero);

    [Fact]
    public void Events_AreCountedInTheirSlots()
    {
        var ring = new SlotRing();
        ring.Add(Noon, 0.001);
        ring.Add(Noon.AddSeconds(4), 0.001);
        ring.Add(Noon.AddSeconds(5), 0.001);

        var slots = ring.Slots(Noon.AddSeconds(5));

        Assert.Equal(90, slots.Count);
        Assert.Equal([2L, 1L], slots.TakeLast(2).Select(slot => slot.Requests));
        Assert.All(slots.SkipLast(2), slot => Assert.Equal(0, slot.Requests));
        Assert.Null(slots[0].Median);
        Assert.Equal(Noon.AddSeconds(5), slots[^1].Start);
    }

    [Fact]
    public void OldEvents_AreForgotten_ButCounted()
    {
        var ring = new SlotRing();
        ring.Add(Noon, 0.001);

        Assert.Equal(0, ring.Slots(Noon.AddMinutes(15)).Sum(slot => slot.Requests));
        ring.Add(Noon.AddMinutes(15), 0.002);
        Assert.Equal(1, ring.Slots(Noon.AddMinutes(15)).Sum(slot => slot.Requests));
        Assert.Equal(2, ring.Count);
    }

    [Fact]
    public void Quantiles_AreRightToATenth() =>
        Gen.Double[1e-6, 10].Array[1, 200].Sample(durations =>
        {
            var ring = new SlotRing();
            Array.ForEach(durations, duration => ring.Add(Noon, duration));
            var sorted = durations.Order().ToArray();
            var (median, slowest) = ring.Lately(Noon);

            Assert.InRange(median!.Value.TotalSeconds / sorted[(int)Math.Ceiling(sorted.Length * 0.5) - 1], 0.9, 1.1);
            Assert.InRange(slowest!.Value.TotalSeconds / sorted[(int)Math.Ceiling(sorted.Length * 0.99) - 1], 0.9, 1.1);
        });

    [Fact]
    public void Threads_LoseNoEvent()
    {
        var ring = new SlotRing();
        ring.Add(Noon, 0.001);

        Parallel.For(0, 10_000, _ => ring.Add(Noon, 0.001));

        Assert.Equal(10_001, ring.Slots(Noon).Sum(slot => slot.Requests));
    }
}
