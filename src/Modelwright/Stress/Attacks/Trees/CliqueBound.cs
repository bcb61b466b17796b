namespace Modelwright.Stress.Attacks.Trees;

/// <summary>
/// A certified lower bound of how near a flipped row can be. Within a radius each tree can only end in leaves that are near enough; trees
/// are taken together in pairs, pairs of pairs and so on, and of each group the best leaves that one row can be in at once are added up.
/// Where even that sum does not flip the answer, no row within the radius does.
/// </summary>
/// <remarks>
/// Chen, Zhang, Si, Li, Boning &amp; Hsieh 2019, "Robustness verification of tree-based models", algorithm 2 with cliques of two. Where we
/// differ: a group whose cliques grow too many is no longer merged, which only loosens the bound; distances are those of values that the
/// threat allows, so steps, directions and ranges tighten it. Rules between columns are not looked at, which loosens it.
/// </remarks>
internal sealed class CliqueBound(TreeRow row, TreeMargin margin)
{
    private const int MostLevels = 3;

    /// <summary>Pairs of cliques of two groups that are looked at.</summary>
    private const int MostPairs = 1_000;

    /// <summary>The bound.</summary>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>No flipped row is nearer than this; infinity where none can be reached at all.</returns>
    public double Lower(CancellationToken cancellation)
    {
        // A distance is always that of some leaf, so it is enough to look at these.
        var distances = row.Distances(margin);
        var (proven, open) = (-1, distances.Length);
        while (open - proven > 1)
        {
            cancellation.ThrowIfCancellationRequested();
            var middle = (proven + open) / 2;
            (proven, open) = Holds(distances[middle]) ? (middle, open) : (proven, middle);
        }

        return open < distances.Length ? distances[open] : double.PositiveInfinity;
    }

    /// <summary>Whether it is certain that no row within a radius is flipped.</summary>
    public bool Holds(double radius)
    {
        var groups = margin.Trees.Select(tree => Near(tree, radius)).ToList();
        for (var level = 0; ; level++)
        {
            if (margin.Start + groups.Sum(group => group.Max(clique => clique.Value)) <= -margin.Rounding)
            {
                return true;
            }

            var merged = level < MostLevels ? Merged(groups, radius) : groups;
            if (merged.Count == groups.Count)
            {
                return false;
            }

            groups = merged;
        }
    }

    private Clique[] Near(int tree, double radius) =>
        [.. row.Leaves[tree].TakeWhile(leaf => leaf.Distance <= radius).Select(leaf => new Clique(margin.Values[tree][leaf.Leaf], leaf.Cuts))];

    /// <summary>Groups two by two where that is not too much.</summary>
    private List<Clique[]> Merged(List<Clique[]> groups, double radius)
    {
        var merged = new List<Clique[]>();
        for (var place = 0; place < groups.Count; place += 2)
        {
            if (place + 1 == groups.Count || (long)groups[place].Length * groups[place + 1].Length > MostPairs)
            {
                merged.AddRange(groups.Skip(place).Take(2));
                continue;
            }

            var (left, right) = (groups[place], groups[place + 1]);
            merged.Add([.. left.SelectMany(one => right.Select(other => one.Meet(other, row.Reaches, radius)).OfType<Clique>())]);
        }

        return merged;
    }
}
