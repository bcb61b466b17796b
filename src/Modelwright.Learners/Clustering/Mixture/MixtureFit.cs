using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>Finds distributions: many starts over some of the points, and more rounds of the best over all.</summary>
internal sealed class MixtureFit(ClusterPoints points, FitContext context)
{
    /// <summary>Points that starts are over.</summary>
    public const int MostStartPoints = 20_000;

    private readonly ClusterPoints _some = points.Drawn(MostStartPoints, context.Seed);

    /// <summary>Runs one setting.</summary>
    /// <returns>The distributions, the last look at all points, and the setting that gives them without a clock.</returns>
    public (Components Components, Expectation Last, MixtureChoice Decided) Run(MixtureChoice choice)
    {
        var tiles = new PointTiles(_some.Places, _some.Count, _some.Axes);
        var (starts, isWhole) = Starts(tiles, choice);
        var best = starts.MaxBy(start => start.Likelihood)!;
        choice = best.WasLate
            ? choice with { Starts = 1, MaxIterations = best.Rounds, FinalIterations = 0 }
            : choice with { Starts = isWhole ? choice.Starts : starts.Length };
        var all = _some.Count == points.Count ? tiles : new(points.Places, points.Count, points.Axes);
        var last = new Expectation(points, all, best.Components);
        var (_, rounds, wasLate) = MixtureRun.Run(last, choice.FinalIterations, context);
        return (best.Components, last, wasLate ? choice with { FinalIterations = rounds } : choice);
    }

    /// <summary>What is added to variances: a share of the mean variance, which is 1 after usual steps.</summary>
    private double Added(double share)
    {
        var (sum, mass) = (0.0, 0.0);
        for (var point = 0; point < _some.Count; point++)
        {
            foreach (var axis in _some.Place(point))
            {
                sum += _some.Masses[point] * axis * axis;
            }

            mass += _some.Masses[point];
        }

        // Places are around their mean.
        return sum > 0 ? share * sum / mass / _some.Axes : share;
    }

    /// <summary>The starts that were over before the deadline, the first in any case; and whether they are as many as need be.</summary>
    private (Start[] Starts, bool IsWhole) Starts(PointTiles tiles, MixtureChoice choice)
    {
        var starts = new Start?[choice.Starts];
        var isDiagonal = choice.TakesDiagonal(_some.Rows.Sum() + _some.LeftOut, _some.Axes);
        var added = Added(choice.Regularization);
        var runs = new StartRounds(context, choice.Starts);
        runs.Run(start =>
        {
            var components = new Components(Math.Min(choice.Clusters, _some.Count), _some.Axes, isDiagonal, added);
            new MixtureStart(_some, tiles, context).Fill(components, start);
            var (likelihood, rounds, wasLate) = MixtureRun.Run(new(_some, tiles, components), choice.MaxIterations, context);
            starts[start] = new(components, likelihood, rounds, wasLate);
            return !wasLate;
        });
        return ([.. starts.Take(Math.Max(1, runs.Over)).Select(start => start!)], runs.IsWhole);
    }

    private sealed record Start(Components Components, double Likelihood, int Rounds, bool WasLate);
}
