using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;
using Modelwright.Runtime.Forms.Clusters;

namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>Makes the form of distributions: the largest cluster first, and none of fewer rows than may stand alone.</summary>
internal static class MixtureForm
{
    /// <summary>The form, from the last look at all points.</summary>
    public static MixtureClustersForm Of(ClusterPoints points, Components components, Expectation last)
    {
        var (masses, sums, rows) = (new double[components.Count], new double[components.Count], new int[components.Count]);
        for (var point = 0; point < points.Count; point++)
        {
            var label = last.Labels[point];
            masses[label] += points.Masses[point];
            sums[label] += points.Masses[point] * last.Squares[point];
            rows[label] += points.Rows[point];
        }

        int[] order = [.. Enumerable.Range(0, components.Count).OrderByDescending(component => masses[component])];
        int[] kept = [.. order.Where(component => rows[component] >= ClusterCut.FewestRows)];
        kept = kept.Length == 0 ? order[..1] : kept;
        return new(new(
            points.Space,
            [.. kept.Select(component => components.Logs[component])],
            Parts(components.Means, kept, components.Axes),
            Parts(components.Factors, kept, components.FactorLength),
            ClusterSpreads.Of([.. kept.Select(component => sums[component])], [.. kept.Select(component => masses[component])]))
        { IsDiagonal = components.IsDiagonal });
    }

    private static double[] Parts(double[] values, int[] kept, int length) =>
        [.. kept.SelectMany(component => values[(component * length)..((component + 1) * length)])];
}
