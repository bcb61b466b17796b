using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>Finds centres: many starts over some of the points, changes of the best, and moves over all points.</summary>
internal sealed class KMeansFit(ClusterPoints points, FitContext context)
{
    /// <summary>Points that starts are over.</summary>
    public const int MostStartPoints = 20_000;

    /// <summary>Sums of squares that differ by no more than this share are those of one end.</summary>
    private const double SameInertia = 1e-4;

    private const int FirstStream = 0x1000;
    private readonly ClusterPoints _some = points.Drawn(MostStartPoints, context.Seed);

    /// <summary>Runs one setting.</summary>
    /// <returns>The centres, and the setting that gives them without a clock.</returns>
    public (CenterSet Centers, KMeansChoice Decided) Run(KMeansChoice choice)
    {
        var tiles = new PointTiles(_some.Places, _some.Count, _some.Axes);
        var count = Math.Min(choice.Clusters, _some.Count);
        var (starts, isWhole) = Starts(tiles, count, choice);
        var best = starts.MinBy(start => start.Inertia)!;
        if (best.WasLate)
        {
            return (best, choice with { Starts = 1, MaxIterations = Math.Max(1, best.Iterations), Swaps = 0, FinalIterations = 0 });
        }

        choice = isWhole ? choice : choice with { Starts = starts.Length };
        var (swapped, tried, wasLate) = count > 1 ? new CenterSwaps(_some, tiles, context).Run(best, choice.Swaps) : (best, choice.Swaps, false);
        if (wasLate)
        {
            return (swapped, choice with { Swaps = tried, FinalIterations = 0 });
        }

        var final = new Lloyd(points, _some.Count == points.Count ? tiles : new(points.Places, points.Count, points.Axes), context)
            .Run((double[])swapped.Places.Clone(), count, choice.FinalIterations);
        return (final, final.WasLate ? choice with { FinalIterations = final.Iterations } : choice);
    }

    /// <summary>The starts that were over before the deadline, the first in any case; and whether they are as many as need be.</summary>
    private (CenterSet[] Starts, bool IsWhole) Starts(PointTiles tiles, int count, KMeansChoice choice)
    {
        var starts = new CenterSet?[choice.Starts];
        var rounds = new StartRounds(context, choice.Starts) { IsSame = (one, other) => Math.Abs(starts[one]!.Inertia - starts[other]!.Inertia) <= SameInertia * starts[one]!.Inertia };
        rounds.Run(start =>
        {
            var random = new SeededRandom(context.Seed, FirstStream + start);
            var centers = new CenterSeeds(_some, tiles).Draw(count, ref random);
            starts[start] = new Lloyd(_some, tiles, context).Run(centers, count, choice.MaxIterations);
            return !starts[start]!.WasLate;
        });
        return ([.. starts.Take(Math.Max(1, rounds.Over)).Select(start => start!)], rounds.IsWhole);
    }
}
