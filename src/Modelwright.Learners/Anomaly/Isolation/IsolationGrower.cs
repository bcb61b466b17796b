namespace Modelwright.Learners.Anomaly.Isolation;

/// <summary>Grows one tree on a sample of rows. Not safe from several threads.</summary>
/// <param name="values">Columns x sample, column by column.</param>
/// <param name="columns">Number of columns.</param>
/// <param name="scales">One a column: 1 over its spread; used by hyperplanes.</param>
/// <param name="width">Columns of a cut.</param>
/// <param name="random">The chance of this tree.</param>
internal sealed class IsolationGrower(double[] values, int columns, double[] scales, int width, SeededRandom random)
{
    private readonly int _sample = values.Length / columns;
    private readonly int[] _rows = [.. Enumerable.Range(0, values.Length / columns)];
    private readonly int[] _order = [.. Enumerable.Range(0, columns)];
    private readonly double[] _sums = new double[values.Length / columns];
    private readonly (double Least, double Most)[] _ranges = new (double, double)[width];
    private SeededRandom _random = random;
    private GrownTree _tree = new(width);

    /// <summary>Grows the tree.</summary>
    /// <param name="depth">Cuts above a leaf at most.</param>
    public GrownTree Grow(int depth)
    {
        _tree = new(width);
        _tree.Add();
        Queue<(int Node, int Start, int Count, int Depth)> open = new([(0, 0, _sample, 0)]);
        while (open.TryDequeue(out var node))
        {
            if (node.Count <= 1 || node.Depth >= depth || !Draw(node.Node, node.Start, node.Count))
            {
                _tree.Counts[node.Node] = node.Count;
                continue;
            }

            var below = Part(node.Node, node.Start, node.Count);
            var lower = _tree.Add();
            _tree.Add();
            _tree.Lower[node.Node] = lower;
            open.Enqueue((lower, node.Start, below, node.Depth + 1));
            open.Enqueue((lower + 1, node.Start + below, node.Count - below, node.Depth + 1));
        }

        return _tree;
    }

    /// <summary>Draws columns that vary among the rows of a node, and the cut; false where none does.</summary>
    private bool Draw(int node, int start, int count)
    {
        var found = 0;
        for (var place = 0; place < columns && found < width; place++)
        {
            var other = place + _random.Below(columns - place);
            (_order[place], _order[other]) = (_order[other], _order[place]);
            var range = Range(_order[place], start, count);
            if (range.Least < range.Most)
            {
                _tree.Columns[(node * width) + found] = _order[place];
                _ranges[found++] = range;
            }
        }

        if (found > 0)
        {
            _tree.Thresholds[node] = width == 1 ? Between(_ranges[0]) : Plane(node, found);
        }

        return found > 0;
    }

    private (double Least, double Most) Range(int column, int start, int count)
    {
        var own = values.AsSpan(column * _sample, _sample);
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var row in _rows.AsSpan(start, count))
        {
            (least, most) = (Math.Min(least, own[row]), Math.Max(most, own[row]));
        }

        return (least, most);
    }

    /// <summary>A place from the least value to below the most, so that both sides have rows.</summary>
    private double Between((double Least, double Most) range)
    {
        // Written so that no difference leaves the range of numbers.
        var share = _random.Share();
        var place = (range.Least * (1 - share)) + (range.Most * share);
        return place >= range.Most || place < range.Least ? range.Least : place;
    }

    /// <summary>A direction by chance through a place by chance within the node's box, in units of each column's spread.</summary>
    private double Plane(int node, int found)
    {
        var threshold = 0.0;
        for (var place = 0; place < found; place++)
        {
            var column = _tree.Columns[(node * width) + place];
            var weight = Normal() * scales[column];
            _tree.Weights[(node * width) + place] = weight;
            threshold += weight * Between(_ranges[place]);
        }

        return threshold;
    }

    /// <summary>Box and Muller 1958.</summary>
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.Share())) * Math.Cos(2 * Math.PI * _random.Share());

    /// <summary>Puts the rows of the lower side first; how many they are.</summary>
    private int Part(int node, int start, int count)
    {
        Sum(node, start, count);
        var threshold = _tree.Thresholds[node];
        var (below, end) = (start, start + count);
        while (below < end)
        {
            if (_sums[_rows[below]] > threshold)
            {
                end--;
                (_rows[below], _rows[end]) = (_rows[end], _rows[below]);
            }
            else
            {
                below++;
            }
        }

        return below - start;
    }

    private void Sum(int node, int start, int count)
    {
        foreach (var row in _rows.AsSpan(start, count))
        {
            if (width == 1)
            {
                _sums[row] = values[(_tree.Columns[node] * _sample) + row];
                continue;
            }

            var sum = 0.0;
            for (var place = node * width; place < (node + 1) * width; place++)
            {
                sum += _tree.Weights[place] * values[(_tree.Columns[place] * _sample) + row];
            }

            _sums[row] = sum;
        }
    }
}
