namespace Modelwright.Stress.Attacks.Trees;

/// <summary>
/// A near row that trees answer otherwise, by coordinate search: within a radius the input is changed that moves the sum most, to the side of
/// a threshold where it does, until the answer flips or nothing helps. The radius is halved towards the smallest that works, then pressed
/// down from the row found. Exact for one tree, whose leaves are all tried.
/// </summary>
/// <remarks>
/// Every step looks at all thresholds of all inputs at once: a leaf that a row misses by one input alone is what a change of that input
/// brings about. The moves from leaf to leaf, Zhang, Zhang &amp; Hsieh 2020, "An efficient adversarial attack for tree ensembles".
/// </remarks>
internal sealed class TreeGreedySearch(TreeRow row, TreeMargin margin, int seed)
{
    private const int MostSteps = 100;

    /// <summary>Trees that may be walked to try single leaves.</summary>
    private const int MostWalks = 100_000;
    private const int MostPresses = 40;

    /// <summary>Trees that are walked for climbs from single leaves, about, each a step.</summary>
    private const int MostStarts = 4_000;

    /// <summary>Leaves up to which two at once are tried.</summary>
    private const int MostPaired = 200;
    private const int Restarts = 3;

    private readonly TreeStep _step = new(row, margin);
    private readonly OpenBox _box = new(row);
    private readonly Random _chance = new(seed);

    /// <summary>Searches.</summary>
    /// <param name="upper">Only what is nearer than this is looked for; infinity for anything.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The nearest row found; null for none.</returns>
    public TreeFind? Find(double upper, CancellationToken cancellation)
    {
        double[] distances = [.. row.Distances(margin).Where(distance => distance < upper)];
        if (distances.Length == 0)
        {
            return null;
        }

        var best = Leaves(upper) ?? Climb(row.Own, distances[^1]) ?? Drawn(distances[^1]);
        if (best is null || margin.Trees.Length == 1)
        {
            return best;
        }

        best = Halve(distances, best, cancellation);
        for (var press = 0; press < MostPresses; press++)
        {
            cancellation.ThrowIfCancellationRequested();
            var under = Under(distances, best.Distance);
            var nearer = under < 0 ? null : Climb(Clipped(best.Point, distances[under]), distances[under]) ?? Climb(row.Own, distances[under]) ?? Drawn(distances[under]) ?? FromLeaves(distances[under], cancellation);
            if (nearer is null)
            {
                break;
            }

            best = nearer;
        }

        return best;
    }

    private static int Under(double[] distances, double distance) => (Array.BinarySearch(distances, distance) is >= 0 and var place ? place : ~Array.BinarySearch(distances, distance)) - 1;

    /// <summary>The nearest leaf of a single tree whose nearest row is flipped.</summary>
    private TreeFind? Leaves(double upper)
    {
        var most = MostWalks / Math.Max(1, margin.Trees.Length);
        foreach (var leaf in margin.Trees.SelectMany(tree => row.Leaves[tree]).Where(leaf => leaf.Distance < upper).OrderBy(leaf => leaf.Distance).Take(most))
        {
            _box.Clear();
            _box.Add(leaf.Cuts);
            if (Flipped(_box.Nearest()) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private TreeFind Halve(double[] distances, TreeFind best, CancellationToken cancellation)
    {
        var (failed, works) = (-1, Under(distances, best.Distance) + 1);
        while (works - failed > 1)
        {
            cancellation.ThrowIfCancellationRequested();
            var middle = (failed + works) / 2;
            if (Climb(row.Own, distances[middle]) is { } nearer)
            {
                best = nearer;
                works = Math.Min(middle, Under(distances, best.Distance) + 1);
            }
            else
            {
                failed = middle;
            }
        }

        return best;
    }

    /// <summary>Changes one input after another within a radius.</summary>
    private TreeFind? Climb(double[] start, double radius)
    {
        var point = (double[])start.Clone();
        for (var step = 0; step < MostSteps; step++)
        {
            var (sum, input, value) = _step.Best(point, radius);
            if (sum > 0 && Flipped(point) is { } found)
            {
                return found;
            }

            if (input < 0)
            {
                return null;
            }

            point[input] = value;
        }

        return null;
    }

    /// <summary>The same from rows drawn within the radius.</summary>
    private TreeFind? Drawn(double radius)
    {
        for (var restart = 0; restart < Restarts; restart++)
        {
            double[] start = [.. row.Reaches.Select(reach => reach.Drawn(radius, _chance.NextDouble()))];
            if (Climb(start, radius) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The same from leaves within the radius, one by one and then two at once, where several inputs must change together to get anywhere.</summary>
    private TreeFind? FromLeaves(double radius, CancellationToken cancellation)
    {
        (Cut[] Cuts, double Gain)[] leaves =
        [
            .. margin.Trees.SelectMany(tree => row.Leaves[tree].TakeWhile(leaf => leaf.Distance <= radius)
                .Select(leaf => (leaf.Cuts, Gain: margin.Values[tree][leaf.Leaf] - margin.Values[tree][row.Leaves[tree][0].Leaf])))
                .Where(leaf => leaf.Gain > 0)
                .OrderByDescending(leaf => leaf.Gain),
        ];
        var pairs = from one in Enumerable.Range(0, leaves.Length)
                    from other in Enumerable.Range(0, one)
                    where leaves.Length <= MostPaired
                    orderby leaves[one].Gain + leaves[other].Gain descending
                    select (leaves[one].Cuts, leaves[other].Cuts);
        foreach (var (one, other) in leaves.Select(leaf => (leaf.Cuts, Array.Empty<Cut>())).Concat(pairs).Take(MostStarts / margin.Trees.Length))
        {
            cancellation.ThrowIfCancellationRequested();
            _box.Clear();
            _box.Add(one);
            if (_box.DistanceWith(other) <= radius)
            {
                _box.Add(other);
                if (Climb(_box.Nearest(), radius) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private double[] Clipped(double[] point, double radius) => [.. point.Select((value, input) => row.Reaches[input].Clip(value, radius))];

    /// <summary>A flipped row brought as near as the leaves it is in allow; null where it is not flipped.</summary>
    private TreeFind? Flipped(double[] point)
    {
        if (!(margin.Of(row.Trees, point) > 0))
        {
            return null;
        }

        _box.Clear();
        foreach (var tree in margin.Trees)
        {
            _box.Add(Array.Find(row.Leaves[tree], leaf => row.Holds(leaf.Cuts, point)).Cuts);
        }

        var nearest = _box.Nearest();
        return new(nearest, row.Distance(nearest));
    }
}
