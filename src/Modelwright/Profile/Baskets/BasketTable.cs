using System.Numerics;
using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Lists;

namespace Modelwright.Profile.Baskets;

/// <summary>The baskets of a column with a bit for each, item by item: the most frequent items, at most 400.</summary>
internal sealed class BasketTable
{
    /// <summary>The most baskets, items and different items counted; the memory is 5 MB for the bits and that of the different items.</summary>
    internal const int MostBaskets = 100_000;
    internal const int MostItems = 400;
    private const int MostCounted = 200_000;
    private const int RowsBetweenLooks = 1024;

    /// <summary>In fewer baskets nothing can be told from chance.</summary>
    internal const int FewestBaskets = 5;

    private readonly ulong[][] _bits;

    private BasketTable(int count, int different, string[] items, ulong[][] bits)
    {
        (Count, Different, Items, _bits) = (count, different, items, bits);
        Counts = Array.ConvertAll(bits, Ones);
    }

    /// <summary>Number of baskets.</summary>
    public int Count { get; }

    /// <summary>Number of different items, those without bits among them; it stops at 200,000.</summary>
    public int Different { get; }

    /// <summary>The items with bits, the most frequent first, of equals the first by name.</summary>
    public string[] Items { get; }

    /// <summary>How many baskets each is in.</summary>
    public int[] Counts { get; }

    /// <summary>Reads the lists of a column.</summary>
    /// <param name="column">Cells of text.</param>
    /// <param name="separator">What stands between items; "json" for JSON arrays.</param>
    /// <param name="cancellation">Asks to end.</param>
    public static BasketTable Of(Column column, string separator, CancellationToken cancellation)
    {
        var stride = Math.Max(1, (column.RowCount + MostBaskets - 1) / MostBaskets);
        var (last, count) = (new Dictionary<string, (int Rows, int LastRow)>(StringComparer.Ordinal), 0);
        foreach (var (row, items) in Lists(column, separator, stride, cancellation))
        {
            count++;
            foreach (var item in items)
            {
                if (last.TryGetValue(item, out var known) ? known.LastRow != row : last.Count < MostCounted)
                {
                    last[item] = (known.Rows + 1, row);
                }
            }
        }

        string[] chosen = [.. last.Where(item => item.Value.Rows >= FewestBaskets).OrderByDescending(item => item.Value.Rows).ThenBy(item => item.Key, StringComparer.Ordinal).Take(MostItems).Select(item => item.Key)];
        var places = chosen.Select((item, place) => (item, place)).ToDictionary(item => item.item, item => item.place, StringComparer.Ordinal);
        ulong[][] bits = [.. chosen.Select(_ => new ulong[(count + 63) / 64])];
        var basket = 0;
        foreach (var (_, items) in Lists(column, separator, stride, cancellation))
        {
            foreach (var item in items)
            {
                if (places.TryGetValue(item, out var place))
                {
                    bits[place][basket / 64] |= 1UL << (basket % 64);
                }
            }

            basket++;
        }

        return new(count, last.Count, chosen, bits);
    }

    /// <summary>The baskets with all of some items.</summary>
    /// <param name="items">Positions in <see cref="Items"/>; one or more.</param>
    /// <param name="together">A bit a basket; overwritten.</param>
    public void Join(ReadOnlySpan<int> items, Span<ulong> together)
    {
        _bits[items[0]].CopyTo(together);
        foreach (var item in items[1..])
        {
            var own = _bits[item];
            for (var word = 0; word < together.Length; word++)
            {
                together[word] &= own[word];
            }
        }
    }

    /// <summary>In how many of some baskets an item is.</summary>
    public int CountWith(ReadOnlySpan<ulong> baskets, int item)
    {
        ReadOnlySpan<ulong> own = _bits[item];
        var count = 0;
        for (var word = 0; word < own.Length; word++)
        {
            count += BitOperations.PopCount(baskets[word] & own[word]);
        }

        return count;
    }

    /// <summary>Words of 64 baskets.</summary>
    public int Words => (Count + 63) / 64;

    private static int Ones(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private static IEnumerable<(int Row, IReadOnlyList<string> Items)> Lists(Column column, string separator, int stride, CancellationToken cancellation)
    {
        for (var row = 0; row < column.RowCount; row += stride)
        {
            if (row / stride % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (!column.IsMissing(row) && column.Format(row) is { } cell)
            {
                yield return (row, ListItems.Cut(cell, separator));
            }
        }
    }
}
