namespace Modelwright.Runtime.Forms.Anomalies.Isolation;

/// <summary>
/// How much each input shortened the path of a row: at every cut, by how much the mean path of the training rows is shorter on the row's
/// side than before the cut. What a hyperplane shortens is shared among its columns by how far each moves the sum from its usual value.
/// </summary>
/// <remarks>The attribution of Saabas 2014 for trees, on path lengths; lengthenings count against shortenings by the same input, and less than 0 is 0.</remarks>
internal sealed class IsolationParts
{
    private readonly IsolationForest _forest;
    private readonly double[] _means;

    /// <summary>Works out the mean path behind every node.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="lengths">The path length of every leaf.</param>
    internal IsolationParts(IsolationForest forest, double[] lengths)
    {
        _forest = forest;
        _means = (double[])lengths.Clone();
        var rows = new double[lengths.Length];
        for (var node = lengths.Length - 1; node >= 0; node--)
        {
            var lower = forest.Lower[node];
            if (lower == 0)
            {
                rows[node] = forest.Counts[node];
                continue;
            }

            rows[node] = rows[lower] + rows[lower + 1];
            _means[node] = rows[node] > 0
                ? ((rows[lower] * _means[lower]) + (rows[lower + 1] * _means[lower + 1])) / rows[node]
                : (_means[lower] + _means[lower + 1]) / 2;
        }
    }

    /// <summary>Adds the parts of one row.</summary>
    internal void Add(ReadOnlySpan<double> row, Span<double> parts)
    {
        foreach (var root in _forest.Roots)
        {
            for (var node = root; _forest.Lower[node] != 0;)
            {
                var next = _forest.Lower[node] + (_forest.Sum(node, row) > _forest.Thresholds[node] ? 1 : 0);
                Share(node, (_means[node] - _means[next]) / _forest.Roots.Length, row, parts);
                node = next;
            }
        }

        foreach (ref var part in parts)
        {
            part = Math.Max(0, part);
        }
    }

    private void Share(int node, double shortened, ReadOnlySpan<double> row, Span<double> parts)
    {
        var columns = _forest.Columns.AsSpan(node * _forest.CutWidth, _forest.CutWidth);
        if (columns.Length == 1)
        {
            parts[columns[0]] += shortened;
            return;
        }

        var whole = 0.0;
        for (var place = 0; place < columns.Length; place++)
        {
            whole += Move(node, place, columns[place], row);
        }

        for (var place = 0; place < columns.Length && whole > 0 && double.IsFinite(whole); place++)
        {
            parts[columns[place]] += shortened * Move(node, place, columns[place], row) / whole;
        }
    }

    private double Move(int node, int place, int column, ReadOnlySpan<double> row)
    {
        var move = Math.Abs(_forest.Weights[(node * _forest.CutWidth) + place] * (row[column] - _forest.Centers[column]));
        return double.IsNaN(move) ? 0 : move;
    }
}
