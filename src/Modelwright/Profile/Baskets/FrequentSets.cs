namespace Modelwright.Profile.Baskets;

/// <summary>
/// Finds the sets of items that stand in the most baskets, level by level, each from two that share all but their last item; the least
/// number of baskets rises so that no more than a bound of them is ever held.
/// </summary>
/// <remarks>
/// Sources: Agrawal and Srikant 1994, "Fast algorithms for mining association rules", on joining sets and leaving out those of which a part
/// is rare; Zaki 2000, "Scalable algorithms for association mining", on counting by intersection. Whatever the order, the outcome is
/// all sets in at least <see cref="LeastCount"/> baskets, the smallest such number of 5 or more that at most 3,000 sets reach.
/// </remarks>
internal sealed class FrequentSets
{
    internal const int MostSets = 3_000;
    internal const int MostSize = 4;

    private readonly BasketTable _table;
    private readonly CancellationToken _cancellation;
    private readonly PriorityQueue<int, int> _held = new();

    private FrequentSets(BasketTable table, CancellationToken cancellation)
    {
        (_table, _cancellation) = (table, cancellation);
        Level[] levels = new Level[MostSize];
        levels[0] = new([.. Enumerable.Range(0, table.Items.Length).Select(item => new[] { item })], [.. table.Counts]);
        for (var size = 1; size < MostSize; size++)
        {
            levels[size] = Next(levels[size - 1].From(LeastCount));
        }

        All = [.. levels.Skip(1).SelectMany(level => level.From(LeastCount).Pairs())];
    }

    /// <summary>The sets of two items and more, smaller ones first.</summary>
    public IReadOnlyList<(int[] Items, int Count)> All { get; }

    /// <summary>Baskets that each of them is in at least.</summary>
    public int LeastCount { get; private set; } = BasketTable.FewestBaskets;

    /// <summary>Finds them.</summary>
    public static FrequentSets Of(BasketTable table, CancellationToken cancellation) => new(table, cancellation);

    private Level Next(Level level)
    {
        var (sets, counts) = (new List<int[]>(), new List<int>());
        var together = new ulong[_table.Words];
        for (var first = 0; first < level.Sets.Count; first++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var own = level.Sets[first];
            if (level.Counts[first] < LeastCount || first + 1 == level.Sets.Count || !IsSibling(own, level.Sets[first + 1]))
            {
                continue;
            }

            _table.Join(own, together);
            for (var second = first + 1; second < level.Sets.Count && IsSibling(own, level.Sets[second]); second++)
            {
                if (_table.CountWith(together, level.Sets[second][^1]) is var count && count >= LeastCount)
                {
                    sets.Add([.. own, level.Sets[second][^1]]);
                    counts.Add(count);
                    Hold(count);
                }
            }
        }

        return new(sets, counts);
    }

    /// <summary>Too many sets make the rarest go, all that are in equally few baskets at once.</summary>
    private void Hold(int count)
    {
        _held.Enqueue(count, count);
        if (_held.Count > MostSets)
        {
            LeastCount = _held.Peek() + 1;
            while (_held.Count > 0 && _held.Peek() < LeastCount)
            {
                _held.Dequeue();
            }
        }
    }

    private static bool IsSibling(int[] one, int[] other) => one.AsSpan(0, one.Length - 1).SequenceEqual(other.AsSpan(0, other.Length - 1));

    /// <summary>Sets of one size in the order of their items.</summary>
    private sealed record Level(List<int[]> Sets, List<int> Counts)
    {
        public Level From(int least)
        {
            int[] kept = [.. Enumerable.Range(0, Sets.Count).Where(place => Counts[place] >= least)];
            return new([.. kept.Select(place => Sets[place])], [.. kept.Select(place => Counts[place])]);
        }

        public IEnumerable<(int[] Items, int Count)> Pairs() => Sets.Zip(Counts);
    }
}
