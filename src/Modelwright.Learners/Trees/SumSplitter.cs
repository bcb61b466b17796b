namespace Modelwright.Learners.Trees;

/// <summary>Splits nodes whose answer is one summed value a row: numbers, or two classes as 0 and 1.</summary>
/// <remarks>A hot file: its loops are written out.</remarks>
internal sealed class SumSplitter<TCriterion>(ForestTarget target) : NodeSplitter
    where TCriterion : ICriterion
{
    private readonly double[] _weights = new double[target.Rows];
    private readonly double[] _sums = new double[target.Rows];
    private readonly SumBin[] _bins = new SumBin[BinnedColumn.Missing + 1];
    private readonly int[] _counts = new int[BinnedColumn.Missing + 1];
    private readonly TouchedBins _touched = new();
    private double _weight;
    private double _sum;
    private bool _isPure;

    /// <inheritdoc/>
    public override bool IsPure => _isPure;

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<int> rows, int[] draws)
    {
        var values = target.Values;
        var first = values[rows[0]];
        (_weight, _sum, _isPure) = (0, 0, true);
        for (var index = 0; index < rows.Length; index++)
        {
            var row = rows[index];
            var weight = draws[row] * target.Weight(row);
            var sum = weight * values[row];
            _weights[index] = weight;
            _sums[index] = sum;
            _weight += weight;
            _sum += sum;
            _isPure &= values[row] == first;
        }
    }

    /// <inheritdoc/>
    public override bool Search(BinnedColumn column, int number, ReadOnlySpan<int> rows, int leastRows, ref Split best)
    {
        Fill(column, rows);
        var varies = _touched.Count + Math.Min(1, _counts[BinnedColumn.Missing]) > 1;
        if (varies)
        {
            Scan(column, number, rows.Length, leastRows, ref best);
        }

        Clear();
        return varies;
    }

    /// <inheritdoc/>
    public override void WriteLeaf(List<double> leaves)
    {
        var mean = _sum / _weight;
        if (target.IsClassification)
        {
            leaves.Add(target.Certain(Math.Max(0, 1 - mean)));
            leaves.Add(target.Certain(mean));
        }
        else
        {
            leaves.Add((mean * target.Scale) + target.Offset);
        }
    }

    /// <inheritdoc/>
    protected override double Judge(byte[] bins, ReadOnlySpan<int> rows, Split split, int leastRows)
    {
        var (weight, sum, count) = (0.0, 0.0, 0);
        for (var index = 0; index < rows.Length; index++)
        {
            if (split.IsLow(bins[rows[index]]))
            {
                weight += _weights[index];
                sum += _sums[index];
                count++;
            }
        }

        return Score(weight, sum, count, rows.Length, leastRows);
    }

    private void Fill(BinnedColumn column, ReadOnlySpan<int> rows)
    {
        var bins = column.Bins;
        for (var index = 0; index < rows.Length; index++)
        {
            var bin = bins[rows[index]];
            ref var cell = ref _bins[bin];
            cell.Weight += _weights[index];
            cell.Sum += _sums[index];
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

    private void Scan(BinnedColumn column, int number, int rows, int leastRows, ref Split best)
    {
        var missing = _bins[BinnedColumn.Missing];
        var missingRows = _counts[BinnedColumn.Missing];
        var touched = _touched.Bins;
        var (weight, sum, count) = (0.0, 0.0, 0);
        for (var place = 0; place < touched.Length; place++)
        {
            var bin = touched[place];
            weight += _bins[bin].Weight;
            sum += _bins[bin].Sum;
            count += _counts[bin];
            var next = place + 1 < touched.Length ? touched[place + 1] : -1;
            if (next < 0 && missingRows == 0)
            {
                break;
            }

            var score = Score(weight, sum, count, rows, leastRows);
            if (score > best.Score)
            {
                var missingLow = missingRows == 0 && 2 * count >= rows;
                best = new(number, bin, next < 0 ? double.MaxValue : column.Between(bin, next), missingLow, score);
            }

            if (next < 0 || missingRows == 0)
            {
                continue;
            }

            score = Score(weight + missing.Weight, sum + missing.Sum, count + missingRows, rows, leastRows);
            if (score > best.Score)
            {
                best = new(number, bin, column.Between(bin, next), true, score);
            }
        }
    }

    private double Score(double weight, double sum, int count, int rows, int leastRows) =>
        count >= leastRows && rows - count >= leastRows
            ? TCriterion.SideOfSum(sum, weight) + TCriterion.SideOfSum(_sum - sum, _weight - weight)
            : double.NegativeInfinity;

    private void Clear()
    {
        foreach (var bin in _touched.Bins)
        {
            _bins[bin] = default;
            _counts[bin] = 0;
        }

        _bins[BinnedColumn.Missing] = default;
        _counts[BinnedColumn.Missing] = 0;
    }

    private struct SumBin
    {
        public double Weight;
        public double Sum;
    }
}
