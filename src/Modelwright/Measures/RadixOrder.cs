using System.Buffers;

namespace Modelwright.Measures;

/// <summary>The order of numbers, in time that grows with their count alone.</summary>
/// <remarks>
/// Eleven bits at a time from the lowest, passes in which all keys agree left out. On 100,000 probabilities several times
/// as fast as a comparison sort with a permutation; a search ranks the same rows thousands of times.
/// </remarks>
internal static class RadixOrder
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;
    private const int Passes = 6;
    private const int Small = 512;

    /// <summary>Gives the positions of the keys from the smallest to the largest; equals stay in order.</summary>
    /// <param name="keys">Finite numbers; -0.0 equals 0.0.</param>
    /// <param name="order">As long as the keys.</param>
    public static void Ascending(ReadOnlySpan<double> keys, Span<int> order)
    {
        var left = ArrayPool<ulong>.Shared.Rent(keys.Length);
        var right = ArrayPool<ulong>.Shared.Rent(keys.Length);
        var spare = ArrayPool<int>.Shared.Rent(keys.Length);
        try
        {
            for (var row = 0; row < keys.Length; row++)
            {
                left[row] = Sortable(keys[row]);
                order[row] = row;
            }

            if (keys.Length <= Small)
            {
                Insert(left.AsSpan(0, keys.Length), order);
            }
            else
            {
                Distribute(left.AsSpan(0, keys.Length), right.AsSpan(0, keys.Length), order, spare.AsSpan(0, keys.Length));
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(left);
            ArrayPool<ulong>.Shared.Return(right);
            ArrayPool<int>.Shared.Return(spare);
        }
    }

    // Numbers of either sign as unsigned integers of the same order; adding 0 makes -0.0 into 0.0.
    private static ulong Sortable(double key)
    {
        var bits = BitConverter.DoubleToUInt64Bits(key + 0.0);
        return (bits >> 63) != 0 ? ~bits : bits | (1UL << 63);
    }

    private static void Insert(Span<ulong> keys, Span<int> order)
    {
        keys.Sort(order);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            order[start..end].Sort();
            start = end;
        }
    }

    private static void Distribute(Span<ulong> keys, Span<ulong> spareKeys, Span<int> order, Span<int> spareOrder)
    {
        var counts = new int[Passes * Buckets];
        foreach (var key in keys)
        {
            for (var pass = 0; pass < Passes; pass++)
            {
                counts[(pass * Buckets) + Digit(key, pass)]++;
            }
        }

        var moved = false;
        for (var pass = 0; pass < Passes; pass++)
        {
            var starts = counts.AsSpan(pass * Buckets, Buckets);
            if (starts[Digit(keys[0], pass)] == keys.Length)
            {
                continue;
            }

            Move(pass, starts, keys, order, spareKeys, spareOrder);
            var held = keys;
            keys = spareKeys;
            spareKeys = held;
            var heldOrder = order;
            order = spareOrder;
            spareOrder = heldOrder;
            moved = !moved;
        }

        if (moved)
        {
            order.CopyTo(spareOrder);
        }
    }

    private static void Move(int pass, Span<int> starts, ReadOnlySpan<ulong> keys, ReadOnlySpan<int> order, Span<ulong> toKeys, Span<int> toOrder)
    {
        var before = 0;
        for (var bucket = 0; bucket < starts.Length; bucket++)
        {
            (starts[bucket], before) = (before, before + starts[bucket]);
        }

        for (var row = 0; row < keys.Length; row++)
        {
            var place = starts[Digit(keys[row], pass)]++;
            toKeys[place] = keys[row];
            toOrder[place] = order[row];
        }
    }

    private static int Digit(ulong key, int pass) => (int)(key >> (pass * Bits)) & (Buckets - 1);
}
