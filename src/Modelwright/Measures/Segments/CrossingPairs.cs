namespace Modelwright.Measures.Segments;

/// <summary>Pairs of near neighbours, within segments and across their boundaries.</summary>
/// <param name="Neighbors">Neighbours of the rows of each segment.</param>
/// <param name="From">Those of them in other segments.</param>
/// <param name="Across">Pairs with one end in the segment, whichever end is the neighbour.</param>
/// <param name="Reaches">For each two segments that touch, the lower first: the sum of the logarithms of the reach of pairs across, and how many; links of the shortest tree count as pairs.</param>
/// <param name="Within">For each segment the same of pairs within.</param>
internal sealed record CrossingPairs(long[] Neighbors, long[] From, long[] Across, IReadOnlyList<KeyValuePair<(int One, int Other), (double Sum, int Count)>> Reaches, (double Sum, long Count)[] Within)
{
    /// <summary>The mean logarithm of the reach of pairs within a segment; NaN where there is no such pair.</summary>
    public double CoreOf(int segment) => Within[segment].Count > 0 ? Within[segment].Sum / Within[segment].Count : double.NaN;

    /// <summary>Counts.</summary>
    public static CrossingPairs Of(NearGraph graph, ReadOnlySpan<int> labels, int segments)
    {
        var (neighbors, from, across) = (new long[segments], new long[segments], new long[segments]);
        var reaches = new SortedDictionary<(int, int), (double Sum, int Count)>();
        var within = new (double Sum, long Count)[segments];
        for (var row = 0; row < labels.Length; row++)
        {
            var own = labels[row];
            for (var place = row * graph.Each; place < (row + 1) * graph.Each; place++)
            {
                var (neighbor, reach) = (graph.Neighbors[place], graph.LogReach(row, graph.Neighbors[place], graph.Distances[place]));
                neighbors[own]++;
                if (labels[neighbor] == own)
                {
                    within[own] = (within[own].Sum + reach, within[own].Count + 1);
                    continue;
                }

                from[own]++;
                across[own]++;
                across[labels[neighbor]]++;
                Add(reaches, own, labels[neighbor], reach);
            }
        }

        foreach (var link in graph.Tree)
        {
            if (labels[link.From] != labels[link.To])
            {
                Add(reaches, labels[link.From], labels[link.To], graph.LogReach(link.From, link.To, link.Distance));
            }
        }

        return new(neighbors, from, across, [.. reaches], within);
    }

    private static void Add(SortedDictionary<(int, int), (double Sum, int Count)> reaches, int one, int other, double reach)
    {
        var key = (Math.Min(one, other), Math.Max(one, other));
        var sofar = reaches.GetValueOrDefault(key);
        reaches[key] = (sofar.Sum + reach, sofar.Count + 1);
    }
}
