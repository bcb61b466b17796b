namespace Modelwright.Nab.Detectors;

/// <summary>A robust random cut tree over a bounded number of points: insert, delete, collusive displacement.</summary>
/// <remarks>Guha, Mishra, Roy &amp; Schrijvers 2016, algorithms 1 and 2 and definition 4. Equal points share a leaf that counts them.</remarks>
internal sealed class RandomCutTree
{
    private const int None = -1;
    private readonly int _dimensions;
    private readonly Random _random;
    private readonly int[] _parent;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _count;
    private readonly int[] _cutDimension;
    private readonly double[] _cut;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly Stack<int> _free = new();
    private int _root = None;

    public RandomCutTree(int points, int dimensions, int seed)
    {
        _dimensions = dimensions;
        _random = new(seed);
        var nodes = 2 * points;
        _parent = new int[nodes];
        _left = new int[nodes];
        _right = new int[nodes];
        _count = new int[nodes];
        _cutDimension = new int[nodes];
        _cut = new double[nodes];
        _low = new double[nodes * dimensions];
        _high = new double[nodes * dimensions];
        for (var node = nodes - 1; node >= 0; node--)
        {
            _free.Push(node);
        }
    }

    /// <summary>Puts a point in and gives its leaf.</summary>
    public int Insert(ReadOnlySpan<double> point)
    {
        if (_root == None)
        {
            return _root = Leaf(point, None);
        }

        var node = _root;
        while (true)
        {
            var (dimension, cut) = Draw(node, point);
            if (dimension < 0 && _left[node] == None)
            {
                Add(node, 1);
                return node;
            }

            if (dimension >= 0 && (cut < Low(node)[dimension] || cut >= High(node)[dimension]))
            {
                return Split(node, point, dimension, cut);
            }

            node = point[_cutDimension[node]] <= _cut[node] ? _left[node] : _right[node];
        }
    }

    /// <summary>Takes one point of a leaf out.</summary>
    public void Delete(int leaf)
    {
        Add(leaf, -1);
        if (_count[leaf] > 0)
        {
            return;
        }

        var parent = _parent[leaf];
        _free.Push(leaf);
        if (parent == None)
        {
            _root = None;
            return;
        }

        var sibling = _left[parent] == leaf ? _right[parent] : _left[parent];
        var above = _parent[parent];
        _parent[sibling] = above;
        Replace(above, parent, sibling);
        _free.Push(parent);
        for (var node = above; node != None; node = _parent[node])
        {
            Box(node);
        }
    }

    /// <summary>The most that taking a leaf, or a branch it lies in, out would spare the points beside it.</summary>
    public double Displacement(int leaf)
    {
        var most = 0.0;
        for (var node = leaf; _parent[node] != None; node = _parent[node])
        {
            most = Math.Max(most, ((double)_count[_parent[node]] / _count[node]) - 1);
        }

        return most;
    }

    private Span<double> Low(int node) => _low.AsSpan(node * _dimensions, _dimensions);

    private Span<double> High(int node) => _high.AsSpan(node * _dimensions, _dimensions);

    private int Leaf(ReadOnlySpan<double> point, int parent)
    {
        var leaf = _free.Pop();
        (_parent[leaf], _left[leaf], _right[leaf], _count[leaf]) = (parent, None, None, 1);
        point.CopyTo(Low(leaf));
        point.CopyTo(High(leaf));
        return leaf;
    }

    // A cut of the box that holds both the node and the point; dimension -1 where they are one place.
    private (int Dimension, double Cut) Draw(int node, ReadOnlySpan<double> point)
    {
        var low = Low(node);
        var high = High(node);
        var total = 0.0;
        for (var dimension = 0; dimension < _dimensions; dimension++)
        {
            total += Math.Max(high[dimension], point[dimension]) - Math.Min(low[dimension], point[dimension]);
        }

        if (total <= 0)
        {
            return (-1, 0);
        }

        var rest = _random.NextDouble() * total;
        for (var dimension = 0; dimension < _dimensions; dimension++)
        {
            var from = Math.Min(low[dimension], point[dimension]);
            var length = Math.Max(high[dimension], point[dimension]) - from;
            if (rest < length)
            {
                return (dimension, from + rest);
            }

            rest -= length;
        }

        return Draw(node, point);
    }

    private int Split(int node, ReadOnlySpan<double> point, int dimension, double cut)
    {
        var above = _parent[node];
        var branch = _free.Pop();
        var leaf = Leaf(point, branch);
        (_parent[branch], _count[branch], _cutDimension[branch], _cut[branch]) = (above, _count[node], dimension, cut);
        (_left[branch], _right[branch]) = point[dimension] <= cut ? (leaf, node) : (node, leaf);
        Replace(above, node, branch);
        _parent[node] = branch;
        Box(branch);
        for (var up = above; up != None; up = _parent[up])
        {
            _count[up]++;
            Box(up);
        }

        _count[branch]++;
        return leaf;
    }

    private void Replace(int above, int old, int fresh)
    {
        if (above == None)
        {
            _root = fresh;
        }
        else if (_left[above] == old)
        {
            _left[above] = fresh;
        }
        else
        {
            _right[above] = fresh;
        }
    }

    private void Add(int node, int points)
    {
        for (; node != None; node = _parent[node])
        {
            _count[node] += points;
        }
    }

    private void Box(int node)
    {
        var leftLow = Low(_left[node]);
        var rightLow = Low(_right[node]);
        var leftHigh = High(_left[node]);
        var rightHigh = High(_right[node]);
        var low = Low(node);
        var high = High(node);
        for (var dimension = 0; dimension < low.Length; dimension++)
        {
            low[dimension] = Math.Min(leftLow[dimension], rightLow[dimension]);
            high[dimension] = Math.Max(leftHigh[dimension], rightHigh[dimension]);
        }
    }
}
