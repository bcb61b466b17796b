namespace Modelwright.Splits.Dealing;

/// <summary>Chance from a seed, the same on every platform and release.</summary>
/// <remarks>SplitMix64. Source: Steele, Lea &amp; Flood 2014, Fast splittable pseudorandom number generators.</remarks>
internal sealed class SplitRandom(int seed)
{
    private ulong _state = (uint)seed;

    /// <summary>A whole number from 0.</summary>
    /// <param name="below">The bound, which is not reached; above 0.</param>
    public int Next(int below)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;

        // The high half of a product is even enough for bounds far below 2^64.
        return (int)Math.BigMul(mixed, (ulong)below, out _);
    }

    /// <summary>Brings values into an order of chance.</summary>
    /// <param name="values">The values.</param>
    /// <typeparam name="T">Any.</typeparam>
    public void Shuffle<T>(Span<T> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    /// <summary>The numbers from 0 in an order of chance.</summary>
    /// <param name="count">How many.</param>
    public int[] Permutation(int count)
    {
        var numbers = new int[count];
        for (var number = 0; number < count; number++)
        {
            numbers[number] = number;
        }

        Shuffle(numbers.AsSpan());
        return numbers;
    }
}
