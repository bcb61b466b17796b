namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>The values that several columns have together in the training rows, as one number a row.</summary>
internal static class Combination
{
    /// <summary>One key a row from codes, each below its base.</summary>
    /// <param name="codes">For each column a code a row.</param>
    /// <param name="bases">For each column what its codes are below.</param>
    internal static long[] Keys(IReadOnlyList<int[]> codes, IReadOnlyList<int> bases)
    {
        var keys = new long[codes[0].Length];
        for (var column = 0; column < codes.Count; column++)
        {
            var (own, width) = (codes[column], (long)bases[column]);
            for (var row = 0; row < keys.Length; row++)
            {
                keys[row] = (keys[row] * width) + own[row];
            }
        }

        return keys;
    }

    /// <summary>Keys of enough rows, ascending, and for each row the position of its own; -1 where it is not among them.</summary>
    /// <param name="keys">One a row.</param>
    /// <param name="least">Rows that a key needs.</param>
    /// <param name="most">Keys that are kept at most, those of most rows first, then the lowest.</param>
    internal static (long[] Kept, int[] OfRow) Slots(long[] keys, int least, int most)
    {
        var counts = new Dictionary<long, int>();
        foreach (var key in keys)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        }

        var kept = counts.Where(pair => pair.Value >= least).ToArray();
        if (kept.Length > most)
        {
            Array.Sort(kept, (left, right) => left.Value != right.Value ? right.Value.CompareTo(left.Value) : left.Key.CompareTo(right.Key));
            kept = kept[..most];
        }

        long[] slots = [.. kept.Select(pair => pair.Key).Order()];
        counts.Clear();
        for (var slot = 0; slot < slots.Length; slot++)
        {
            counts.Add(slots[slot], slot);
        }

        return (slots, Array.ConvertAll(keys, key => counts.GetValueOrDefault(key, -1)));
    }
}
