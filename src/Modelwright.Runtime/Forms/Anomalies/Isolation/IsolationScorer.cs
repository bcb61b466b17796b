namespace Modelwright.Runtime.Forms.Anomalies.Isolation;

/// <summary>
/// Walks rows down the trees: all rows of a chunk through one tree, then the next. Leaves lead to themselves, so that a walk of as many
/// steps as the tree is high needs no branch, and four rows walk side by side.
/// </summary>
/// <remarks>A hot file: its loops are written out. Measured by Modelwright.Anomalies in bench.</remarks>
internal sealed class IsolationScorer : IRowScorer
{
    private readonly IsolationForest _forest;
    private readonly Node[] _nodes;
    private readonly double[] _lengths;
    private readonly int[] _heights;
    private readonly double _usual;
    private readonly Lazy<IsolationParts> _parts;

    internal IsolationScorer(IsolationForest forest)
    {
        _forest = forest;
        _nodes = new Node[forest.Lower.Length];
        _lengths = new double[_nodes.Length];
        _heights = new int[forest.Roots.Length];
        for (var tree = 0; tree < _heights.Length; tree++)
        {
            _heights[tree] = LayOut(forest.Roots[tree], tree + 1 < _heights.Length ? forest.Roots[tree + 1] : _nodes.Length);
        }

        // One row alone is nowhere told apart; all lengths are then 0.
        var usual = PathLength.Usual(forest.SampleSize);
        _usual = usual > 0 ? usual : 1;
        _parts = new(() => new(_forest, _lengths));
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        scores.Clear();
        for (var tree = 0; tree < _heights.Length; tree++)
        {
            if (_forest.CutWidth == 1)
            {
                AddByAxis(_forest.Roots[tree], _heights[tree], values, scores);
            }
            else
            {
                AddByPlane(_forest.Roots[tree], values, scores);
            }
        }

        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = PathLength.Score(scores[row] / _heights.Length, _usual);
        }
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<double> values, Span<double> parts)
    {
        parts.Clear();
        var inputs = _forest.Inputs.Count;
        for (var start = 0; start < values.Length; start += inputs)
        {
            _parts.Value.Add(values.Slice(start, inputs), parts.Slice(start, inputs));
        }
    }

    /// <summary>Depths, lengths and leaves that lead to themselves; the height of the tree.</summary>
    private int LayOut(int root, int end)
    {
        var height = 0;
        _lengths[root] = 0;
        for (var node = root; node < end; node++)
        {
            var (lower, depth) = (_forest.Lower[node], _lengths[node]);
            if (lower == 0)
            {
                _nodes[node] = new(0, node, double.PositiveInfinity);
                _lengths[node] = depth + PathLength.Usual(_forest.Counts[node]);
                height = Math.Max(height, (int)depth);
            }
            else
            {
                _nodes[node] = new(_forest.Columns[node * _forest.CutWidth], lower, _forest.Thresholds[node]);
                (_lengths[lower], _lengths[lower + 1]) = (depth + 1, depth + 1);
            }
        }

        return height;
    }

    private void AddByAxis(int root, int height, ReadOnlySpan<double> values, Span<double> scores)
    {
        var inputs = _forest.Inputs.Count;
        var row = 0;
        for (; row + 4 <= scores.Length; row += 4)
        {
            var from = row * inputs;
            var one = values.Slice(from, inputs);
            var two = values.Slice(from + inputs, inputs);
            var three = values.Slice(from + (2 * inputs), inputs);
            var four = values.Slice(from + (3 * inputs), inputs);
            var (a, b, c, d) = (root, root, root, root);
            for (var step = 0; step < height; step++)
            {
                (a, b) = (_nodes[a].Next(one), _nodes[b].Next(two));
                (c, d) = (_nodes[c].Next(three), _nodes[d].Next(four));
            }

            scores[row] += _lengths[a];
            scores[row + 1] += _lengths[b];
            scores[row + 2] += _lengths[c];
            scores[row + 3] += _lengths[d];
        }

        for (; row < scores.Length; row++)
        {
            var own = values.Slice(row * inputs, inputs);
            var node = root;
            for (var step = 0; step < height; step++)
            {
                node = _nodes[node].Next(own);
            }

            scores[row] += _lengths[node];
        }
    }

    private void AddByPlane(int root, ReadOnlySpan<double> values, Span<double> scores)
    {
        var inputs = _forest.Inputs.Count;
        for (var row = 0; row < scores.Length; row++)
        {
            var own = values.Slice(row * inputs, inputs);
            var node = root;
            while (_forest.Lower[node] != 0)
            {
                node = _forest.Lower[node] + (_forest.Sum(node, own) > _forest.Thresholds[node] ? 1 : 0);
            }

            scores[row] += _lengths[node];
        }
    }

    private readonly struct Node(int column, int lower, double threshold)
    {
        private readonly int _column = column;
        private readonly int _lower = lower;
        private readonly double _threshold = threshold;

        /// <summary>The child of a row; a missing value goes to the lower one.</summary>
        internal int Next(ReadOnlySpan<double> row) => _lower + (row[_column] > _threshold ? 1 : 0);
    }
}
