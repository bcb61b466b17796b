using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.KMeans;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>First distributions: those of the clusters around centres.</summary>
internal sealed class MixtureStart(ClusterPoints points, PointTiles tiles, FitContext context)
{
    /// <summary>Moves of centres before distributions take over.</summary>
    private const int Moves = 10;

    private const int FirstStream = 0x2000;

    /// <summary>The distributions of a start.</summary>
    public void Fill(Components components, int start)
    {
        var random = new SeededRandom(context.Seed, FirstStream + start);
        var lloyd = new Lloyd(points, tiles, context with { Deadline = null });
        lloyd.Run(new CenterSeeds(points, tiles).Draw(components.Count, ref random), components.Count, Moves);
        var axes = points.Axes;
        var masses = new double[components.Count];
        var means = new double[components.Count * axes];
        for (var point = 0; point < points.Count; point++)
        {
            var label = lloyd.Assignment.Label(point);
            masses[label] += points.Masses[point];
            var share = points.Masses[point] / masses[label];
            var place = points.Place(point);
            var mean = means.AsSpan(label * axes, axes);
            for (var axis = 0; axis < axes; axis++)
            {
                mean[axis] += share * (place[axis] - mean[axis]);
            }
        }

        var total = masses.Sum();
        var covariances = Covariances(components, lloyd.Assignment, means);
        for (var component = 0; component < components.Count; component++)
        {
            var covariance = covariances.AsSpan(component * components.FactorLength, components.FactorLength);
            foreach (ref var sum in covariance)
            {
                sum /= Math.Max(1e-100, masses[component]);
            }

            components.Set(component, masses[component] / total, means.AsSpan(component * axes, axes), covariance);
        }
    }

    private double[] Covariances(Components components, CenterAssignment assignment, double[] means)
    {
        var sums = new double[components.Count * components.FactorLength];
        var apart = new double[points.Axes];
        for (var point = 0; point < points.Count; point++)
        {
            var label = assignment.Label(point);
            var place = points.Place(point);
            for (var axis = 0; axis < apart.Length; axis++)
            {
                apart[axis] = place[axis] - means[(label * apart.Length) + axis];
            }

            Add(components, sums.AsSpan(label * components.FactorLength, components.FactorLength), apart, points.Masses[point]);
        }

        return sums;
    }

    private static void Add(Components components, Span<double> sums, double[] apart, double mass)
    {
        var at = 0;
        for (var axis = 0; axis < apart.Length; axis++)
        {
            for (var other = components.IsDiagonal ? axis : 0; other <= axis; other++)
            {
                sums[at++] += mass * apart[axis] * apart[other];
            }
        }
    }
}
