using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;

namespace Modelwright.Learners.Clustering.Density;

/// <summary>Single linkage over the edges of a spanning tree. Nodes below the number of points are points, those above joinings in their order.</summary>
internal sealed class LinkageTree
{
    /// <summary>Shorter heights count as this share of the longest, so that densities stay finite.</summary>
    private const double LeastShare = 1e-9;

    private readonly int _leaves;
    private readonly (int First, int Second)[] _parts;
    private readonly double[] _heights;
    private readonly long[] _rows;
    private readonly double[] _masses;

    /// <summary>Joins along the edges, shortest first.</summary>
    public LinkageTree(ClusterPoints points, TreeEdges edges)
    {
        _leaves = points.Count;
        _parts = new (int, int)[edges.Count];
        var least = edges.Count > 0 && edges.Lengths[^1] > 0 ? edges.Lengths[^1] * LeastShare : 1;
        _heights = [.. edges.Lengths.Select(length => Math.Max(least, length))];
        (_rows, _masses) = (new long[_leaves + edges.Count], new double[_leaves + edges.Count]);
        for (var point = 0; point < _leaves; point++)
        {
            (_rows[point], _masses[point]) = (points.Rows[point], points.Masses[point]);
        }

        var sets = new DisjointSets(_leaves);
        int[] nodeOf = [.. Enumerable.Range(0, _leaves)];
        for (var edge = 0; edge < edges.Count; edge++)
        {
            var (one, other) = (sets.Find(edges.First[edge]), sets.Find(edges.Second[edge]));
            var (first, second) = (nodeOf[one], nodeOf[other]);
            _parts[edge] = (first, second);
            _rows[_leaves + edge] = _rows[first] + _rows[second];
            _masses[_leaves + edge] = _masses[first] + _masses[second];
            nodeOf[sets.Join(one, other)] = _leaves + edge;
        }
    }

    /// <summary>The node of all points.</summary>
    public int Root => _leaves + _parts.Length - 1;

    /// <summary>The two nodes of a joining.</summary>
    public (int First, int Second) Parts(int node) => _parts[node - _leaves];

    /// <summary>How far apart they were.</summary>
    public double Height(int node) => _heights[node - _leaves];

    /// <summary>One over the shortest height; 0 where there is none.</summary>
    public double Densest => _heights.Length == 0 ? 0 : 1 / _heights[0];

    /// <summary>Rows of a node.</summary>
    public long Rows(int node) => _rows[node];

    /// <summary>Mass of a node.</summary>
    public double Mass(int node) => _masses[node];
}
