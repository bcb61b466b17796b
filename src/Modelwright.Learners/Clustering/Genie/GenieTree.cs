using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;

namespace Modelwright.Learners.Clustering.Genie;

/// <summary>
/// Single linkage that keeps sizes even: clusters are joined along the minimum spanning tree, shortest edge first, but while the Gini
/// index of their sizes is above a threshold one of the smallest has to take part.
/// </summary>
/// <remarks>
/// Gagolewski, Bartoszuk &amp; Cena 2016. A size is the mass of a cluster's rows, so equal rows count one by one although they are one point.
/// </remarks>
internal sealed class GenieTree
{
    private readonly TreeEdges _edges;
    private readonly DisjointSets _sets;
    private readonly double[] _masses;
    private readonly ClusterSizes _sizes;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int _end;
    private int _resume;
    private double _resumeSize = double.NaN;

    private GenieTree(TreeEdges edges, double[] masses)
    {
        _edges = edges;
        _sets = new(masses.Length);
        _masses = (double[])masses.Clone();
        _sizes = new(masses);
        _end = edges.Count;

        // A list of the edges not used yet; the place past the last is both its start and its end.
        _next = [.. Enumerable.Range(1, _end), 0];
        _previous = [_end, .. Enumerable.Range(0, _end)];
        _resume = _end;
    }

    /// <summary>Joins until one cluster is left.</summary>
    public static MergeTree Of(ClusterPoints points, TreeEdges edges, double threshold, FitContext context)
    {
        var tree = new GenieTree(edges, points.Masses);
        var (first, second, heights) = (new int[edges.Count], new int[edges.Count], new double[edges.Count]);
        for (var joining = 0; joining < edges.Count; joining++)
        {
            if (joining % 1024 == 0)
            {
                context.Cancellation.ThrowIfCancellationRequested();
            }

            var edge = tree._sizes.Gini > threshold ? tree.OfSmallest() : tree._next[tree._end];
            (first[joining], second[joining], heights[joining]) = (edges.First[edge], edges.Second[edge], edges.Lengths[edge]);
            tree.Join(edge);
        }

        return new(points, first, second, heights);
    }

    /// <summary>The shortest edge at one of the smallest clusters. Edges passed over before stay passed over while the smallest size is the same, as clusters only grow.</summary>
    private int OfSmallest()
    {
        var smallest = _sizes.Smallest;
        var edge = smallest == _resumeSize ? _resume : _next[_end];
        while (_masses[_sets.Find(_edges.First[edge])] != smallest && _masses[_sets.Find(_edges.Second[edge])] != smallest)
        {
            edge = _next[edge];
        }

        (_resume, _resumeSize) = (edge, smallest);
        return edge;
    }

    private void Join(int edge)
    {
        _next[_previous[edge]] = _next[edge];
        _previous[_next[edge]] = _previous[edge];
        _resume = _resume == edge ? _next[edge] : _resume;
        var (one, other) = (_sets.Find(_edges.First[edge]), _sets.Find(_edges.Second[edge]));
        var sum = _sizes.Join(_masses[one], _masses[other]);
        _masses[_sets.Join(one, other)] = sum;
    }
}
