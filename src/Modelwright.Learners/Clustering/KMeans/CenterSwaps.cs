using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>
/// Takes the centre away that is missed least and puts it where points are far from any, and keeps the change where the sum of squares
/// falls: so centres get out of places where moves alone leave them.
/// </summary>
/// <remarks>After Fränti 2018, "Efficiency of random swap clustering"; the centre to take is not drawn but the least missed.</remarks>
internal sealed class CenterSwaps(ClusterPoints points, PointTiles tiles, FitContext context)
{
    private const int Stream = 0x5A9;

    /// <summary>Moves after which a change is judged.</summary>
    private const int Moves = 5;

    /// <summary>Centres that are tried to be taken in turn while nothing gets better.</summary>
    private const int Candidates = 5;

    private readonly Lloyd _lloyd = new(points, tiles, context);
    private readonly CenterSeeds _seeds = new(points, tiles);

    /// <summary>Tries so many changes.</summary>
    /// <param name="centers">Centres to start from; not changed.</param>
    /// <param name="swaps">Changes to try.</param>
    /// <returns>The best centres, the changes that were tried, and whether the deadline came.</returns>
    public (CenterSet Centers, int Tried, bool WasLate) Run(CenterSet centers, int swaps)
    {
        var random = new SeededRandom(context.Seed, Stream);
        var failures = 0;
        for (var swap = 0; swap < swaps; swap++)
        {
            if (context.IsLate)
            {
                return (centers, swap, true);
            }

            context.Cancellation.ThrowIfCancellationRequested();
            var next = Try(centers, failures % Math.Min(Candidates, centers.Count), ref random);
            if (next.WasLate)
            {
                return (centers, swap, true);
            }

            var isBetter = next.Inertia < centers.Inertia * (1 - 1e-9);
            (centers, failures) = isBetter ? (next, 0) : (centers, failures + 1);
        }

        return (centers, swaps, false);
    }

    private CenterSet Try(CenterSet centers, int candidate, ref SeededRandom random)
    {
        var places = (double[])centers.Places.Clone();
        var assignment = _lloyd.Assignment;
        assignment.Assign(places, centers.Count);
        var taken = LeastMissed(centers.Count, candidate);
        var near = (double[])assignment.Near.Clone();
        for (var point = 0; point < points.Count; point++)
        {
            near[point] = assignment.Label(point) == taken ? assignment.Second[point] : near[point];
        }

        var added = _seeds.Next(near, 2 + (int)Math.Log(centers.Count), ref random);
        points.Place(added).CopyTo(places.AsSpan(taken * points.Axes));
        return _lloyd.Run(places, centers.Count, Moves);
    }

    /// <summary>The centre without which the sum of squares rises least, or the nth after it.</summary>
    private int LeastMissed(int count, int nth)
    {
        var rises = new double[count];
        for (var point = 0; point < points.Count; point++)
        {
            rises[_lloyd.Assignment.Label(point)] += points.Masses[point] * (_lloyd.Assignment.Second[point] - _lloyd.Assignment.Near[point]);
        }

        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(rises, order);
        return order[nth];
    }
}
