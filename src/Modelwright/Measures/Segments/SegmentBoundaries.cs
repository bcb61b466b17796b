using Modelwright.Runtime.Numerics;

namespace Modelwright.Measures.Segments;

/// <summary>
/// How well segments of any shape are parted: by the near neighbours that a boundary parts, by how thin points lie along it, and
/// by how it compares with a cut through the middle of a segment. Rows of a negative label must have been given to segments before.
/// </summary>
/// <param name="Parted">
/// For each segment the share of its rows' near neighbours that lie in others, 0 to 1: the volume-normalised cut of Shi and Malik 2000.
/// </param>
/// <param name="Depth">
/// For each segment how much thinner points lie along its boundary than within it and its neighbour, -1 (denser) to 1 (empty): the
/// mean reach of pairs across against that of pairs within, in the idea of Moulavi et al. 2014 (DBCV), with means for extremes.
/// </param>
/// <param name="Narrowness">
/// For each segment how few pairs cross its boundary against a cut of the segment in two by 2-means: 1 for none, 0 for twice as many or more.
/// </param>
internal sealed record SegmentBoundaries(double[] Parted, double[] Depth, double[] Narrowness)
{
    /// <summary>The mean share of near neighbours that are parted; lower is better, for equal numbers of segments.</summary>
    public double MeanParted => Parted.Average();

    /// <summary>How real the boundaries of each segment are, -0.5 to 1: the mean of depth and narrowness.</summary>
    public double Support(int segment) => (Depth[segment] + Narrowness[segment]) / 2;

    /// <summary>The mean of it.</summary>
    public double MeanSupport => Enumerable.Range(0, Parted.Length).Average(Support);

    /// <summary>Measures.</summary>
    /// <param name="graph">The neighbours.</param>
    /// <param name="labels">One a row, 0 to the number of segments less 1, each of them used.</param>
    /// <param name="segments">Number of segments.</param>
    public static SegmentBoundaries Of(NearGraph graph, ReadOnlySpan<int> labels, int segments)
    {
        var pairs = CrossingPairs.Of(graph, labels, segments);
        var inner = InnerCuts.Of(graph, labels);
        var parted = new double[segments];
        var narrowness = new double[segments];
        for (var segment = 0; segment < segments; segment++)
        {
            parted[segment] = pairs.From[segment] / Math.Max(1.0, pairs.Neighbors[segment]);
            narrowness[segment] = pairs.Across[segment] == 0 ? 1 : Math.Max(0, 1 - (pairs.Across[segment] / (2.0 * Math.Max(inner[segment], 0.5))));
        }

        return new(parted, DepthsOf(graph.Dimension, pairs), narrowness);
    }

    /// <summary>Densities fall with the spacing to the power of the dimension. Boundaries count by the pairs that cross them.</summary>
    private static double[] DepthsOf(double dimension, CrossingPairs pairs)
    {
        var sums = new double[pairs.From.Length];
        var weights = new double[sums.Length];
        foreach (var ((one, other), reach) in pairs.Reaches)
        {
            var mean = reach.Sum / reach.Count;
            var core = Math.Max(pairs.CoreOf(one), pairs.CoreOf(other));
            var thinner = double.IsNaN(core) ? 0 : mean - core;
            var depth = Math.Max(-1, 1 - PortableMath.Exp(-dimension * thinner));
            foreach (var segment in (ReadOnlySpan<int>)[one, other])
            {
                sums[segment] += reach.Count * depth;
                weights[segment] += reach.Count;
            }
        }

        return [.. sums.Select((sum, segment) => weights[segment] > 0 ? sum / weights[segment] : 1)];
    }
}
