namespace Modelwright.Testing.Learners;

/// <summary>Seeded chance for toys: SplitMix64 (Steele, Lea &amp; Flood 2014), the same on every platform.</summary>
internal sealed class ToyRandom(int seed)
{
    // The seed is mixed first: seeds that are steps of one sequence would give the same rows, only shifted.
    private ulong _state = Mixed((ulong)seed + 0xD1B54A32D192ED03UL);

    /// <summary>A number from 0 to below 1.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return (Mixed(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number from -1 to below 1.</summary>
    public double Spread() => (2 * Next()) - 1;

    /// <summary>About normal: the sum of twelve uniform numbers.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var draw = 0; draw < 12; draw++)
        {
            sum += Next();
        }

        return sum;
    }

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit) => (int)(Next() * limit);

    /// <summary>The numbers from 0 in a drawn order.</summary>
    public int[] Order(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var last = count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
