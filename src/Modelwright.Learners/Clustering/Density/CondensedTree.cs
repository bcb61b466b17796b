using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Density;

/// <summary>
/// What is left of a single-linkage hierarchy where a cluster that loses fewer than so many rows goes on as the same cluster: a few
/// clusters, each with the range of densities over which it lives.
/// </summary>
/// <remarks>Campello, Moulavi &amp; Sander 2013, algorithm 2; the name after McInnes &amp; Healy 2017. Density is one over distance.</remarks>
internal sealed class CondensedTree
{
    private readonly ClusterPoints _points;
    private readonly LinkageTree _linkage;
    private readonly int _fewest;
    private readonly List<int> _parents = [];
    private readonly List<double> _births = [];
    private readonly List<double> _stabilities = [];
    private readonly List<(int First, int Second)> _children = [];

    /// <summary>Condenses a hierarchy.</summary>
    /// <param name="points">The points.</param>
    /// <param name="linkage">The hierarchy.</param>
    /// <param name="fewest">Rows of a cluster at the least.</param>
    public CondensedTree(ClusterPoints points, LinkageTree linkage, int fewest)
    {
        (_points, _linkage, _fewest) = (points, linkage, fewest);
        ClusterOf = new int[points.Count];
        Condense();
    }

    /// <summary>Number of clusters; the first holds all points, and children come after their parents.</summary>
    public int Count => _parents.Count;

    /// <summary>One a point: the smallest cluster it was ever in.</summary>
    public int[] ClusterOf { get; }

    /// <summary>The excess of mass of a cluster: over its rows, the densities it lives through.</summary>
    public double Stability(int cluster) => _stabilities[cluster];

    /// <summary>The cluster it came from; -1 for the first.</summary>
    public int Parent(int cluster) => _parents[cluster];

    /// <summary>The two it falls apart into; -1 where it does not.</summary>
    public (int First, int Second) Children(int cluster) => _children[cluster];

    private void Condense()
    {
        var waiting = new Stack<(int Node, int Cluster)>();
        waiting.Push((_linkage.Root, Add(-1, 0)));
        while (waiting.TryPop(out var next))
        {
            var (node, cluster) = next;
            if (node < _points.Count)
            {
                // Enough rows in one place to be a cluster: they stay together as long as any.
                Drop(node, cluster, Math.Max(_births[cluster], _linkage.Densest));
                continue;
            }

            var (first, second) = _linkage.Parts(node);
            var density = 1 / _linkage.Height(node);
            switch (_linkage.Rows(first) >= _fewest, _linkage.Rows(second) >= _fewest)
            {
                case (true, true):
                    var one = Add(cluster, density);
                    var other = Add(cluster, density);
                    _children[cluster] = (one, other);
                    _stabilities[cluster] += _linkage.Mass(node) * (density - _births[cluster]);
                    waiting.Push((first, one));
                    waiting.Push((second, other));
                    break;
                case (true, false):
                    Drop(second, cluster, density);
                    waiting.Push((first, cluster));
                    break;
                case (false, true):
                    Drop(first, cluster, density);
                    waiting.Push((second, cluster));
                    break;
                default:
                    Drop(node, cluster, density);
                    break;
            }
        }
    }

    private int Add(int parent, double birth)
    {
        _parents.Add(parent);
        _births.Add(birth);
        _stabilities.Add(0);
        _children.Add((-1, -1));
        return _parents.Count - 1;
    }

    /// <summary>All points of a node leave a cluster.</summary>
    private void Drop(int node, int cluster, double density)
    {
        _stabilities[cluster] += _linkage.Mass(node) * (density - _births[cluster]);
        var waiting = new Stack<int>([node]);
        while (waiting.TryPop(out var next))
        {
            if (next < _points.Count)
            {
                ClusterOf[next] = cluster;
                continue;
            }

            var (first, second) = _linkage.Parts(next);
            waiting.Push(first);
            waiting.Push(second);
        }
    }
}
