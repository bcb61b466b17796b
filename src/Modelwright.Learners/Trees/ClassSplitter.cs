namespace Modelwright.Learners.Trees;

/// <summary>Splits nodes whose answer is one of several classes; only the classes that occur in the node are counted.</summary>
/// <remarks>A hot file: its loops are written out.</remarks>
internal sealed class ClassSplitter<TCriterion>(ForestTarget target) : NodeSplitter
    where TCriterion : ICriterion
{
    private readonly double[] _weights = new double[target.Rows];
    private readonly int[] _local = new int[target.Rows];
    private readonly int[] _localOf = Filled(target.Classes);
    private readonly int[] _present = new int[target.Classes];
    private readonly double[] _totals = new double[target.Classes];
    private readonly double[] _low = new double[target.Classes];
    private readonly double[] _cells = new double[(BinnedColumn.Missing + 1) * target.Classes];
    private readonly int[] _counts = new int[BinnedColumn.Missing + 1];
    private readonly TouchedBins _touched = new();
    private double _weight;
    private int _classes;

    /// <inheritdoc/>
    public override bool IsPure => _classes <= 1;

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<int> rows, int[] draws)
    {
        for (var label = 0; label < _classes; label++)
        {
            _localOf[_present[label]] = -1;
        }

        (_classes, _weight) = (0, 0);
        for (var index = 0; index < rows.Length; index++)
        {
            var row = rows[index];
            var code = target.Codes[row];
            if (_localOf[code] < 0)
            {
                _localOf[code] = _classes;
                _totals[_classes] = 0;
                _present[_classes++] = code;
            }

            var weight = draws[row] * target.Weight(row);
            _local[index] = _localOf[code];
            _weights[index] = weight;
            _totals[_local[index]] += weight;
            _weight += weight;
        }
    }

    /// <inheritdoc/>
    public override bool Search(BinnedColumn column, int number, ReadOnlySpan<int> rows, int leastRows, ref Split best)
    {
        Fill(column, rows);
        var missingRows = _counts[BinnedColumn.Missing];
        var varies = _touched.Count + Math.Min(1, missingRows) > 1;
        if (varies)
        {
            Scan(column, number, rows.Length, leastRows, false, ref best);
            if (missingRows > 0)
            {
                Scan(column, number, rows.Length, leastRows, true, ref best);
            }
        }

        Clear();
        return varies;
    }

    /// <inheritdoc/>
    public override void WriteLeaf(List<double> leaves)
    {
        for (var code = 0; code < target.Classes; code++)
        {
            leaves.Add(_localOf[code] < 0 ? 0 : target.Certain(_totals[_localOf[code]] / _weight));
        }
    }

    /// <inheritdoc/>
    protected override double Judge(byte[] bins, ReadOnlySpan<int> rows, Split split, int leastRows)
    {
        Array.Clear(_low, 0, _classes);
        var (weight, count) = (0.0, 0);
        for (var index = 0; index < rows.Length; index++)
        {
            if (split.IsLow(bins[rows[index]]))
            {
                _low[_local[index]] += _weights[index];
                weight += _weights[index];
                count++;
            }
        }

        return count >= leastRows && rows.Length - count >= leastRows ? Score(weight) : double.NegativeInfinity;
    }

    private static int[] Filled(int classes)
    {
        var local = new int[classes];
        Array.Fill(local, -1);
        return local;
    }

    private void Fill(BinnedColumn column, ReadOnlySpan<int> rows)
    {
        var bins = column.Bins;
        for (var index = 0; index < rows.Length; index++)
        {
            var bin = bins[rows[index]];
            _cells[(bin * _classes) + _local[index]] += _weights[index];
            _counts[bin]++;
        }

        if (rows.Length >= TouchedBins.FewRows)
        {
            _touched.ListCounted(_counts.AsSpan(0, column.Count));
            return;
        }

        foreach (var row in rows)
        {
            _touched.Note(bins[row]);
        }

        _touched.ListNoted();
    }

    private void Scan(BinnedColumn column, int number, int rows, int leastRows, bool missingLow, ref Split best)
    {
        Array.Clear(_low, 0, _classes);
        var (weight, count) = (0.0, 0);
        var missingRows = _counts[BinnedColumn.Missing];
        if (missingLow)
        {
            weight += Add(BinnedColumn.Missing);
            count += missingRows;
        }

        var touched = _touched.Bins;
        for (var place = 0; place < touched.Length; place++)
        {
            var bin = touched[place];
            weight += Add(bin);
            count += _counts[bin];
            var next = place + 1 < touched.Length ? touched[place + 1] : -1;
            if (next < 0 && (missingRows == 0 || missingLow))
            {
                break;
            }

            if (count < leastRows || rows - count < leastRows)
            {
                continue;
            }

            var score = Score(weight);
            if (score > best.Score)
            {
                best = new(number, bin, next < 0 ? double.MaxValue : column.Between(bin, next), missingLow || (missingRows == 0 && 2 * count >= rows), score);
            }
        }
    }

    private double Add(int bin)
    {
        var cells = _cells.AsSpan(bin * _classes, _classes);
        var weight = 0.0;
        for (var label = 0; label < cells.Length; label++)
        {
            _low[label] += cells[label];
            weight += cells[label];
        }

        return weight;
    }

    private double Score(double weight)
    {
        var (low, high) = (0.0, 0.0);
        for (var label = 0; label < _classes; label++)
        {
            low += TCriterion.Term(_low[label]);
            high += TCriterion.Term(Math.Max(0, _totals[label] - _low[label]));
        }

        return TCriterion.Side(low, weight) + TCriterion.Side(high, _weight - weight);
    }

    private void Clear()
    {
        foreach (var bin in _touched.Bins)
        {
            _cells.AsSpan(bin * _classes, _classes).Clear();
            _counts[bin] = 0;
        }

        _cells.AsSpan(BinnedColumn.Missing * _classes, _classes).Clear();
        _counts[BinnedColumn.Missing] = 0;
    }
}
