namespace Modelwright.Learners.Additive.Pairs;

/// <summary>Grows trees of up to four leaves on a table: the working memory of one bag.</summary>
internal sealed class PairTree
{
    private RunningSums[] _downRows = [];
    private RunningSums[] _downColumns = [];
    private RunningSums _low = new(0);
    private RunningSums _high = new(0);
    private GrowRule _rule = new(1, 1, 1);

    /// <summary>Grows a tree.</summary>
    /// <param name="table">Rows x columns.</param>
    /// <param name="columns">Columns of the table.</param>
    /// <param name="rule">How trees are grown.</param>
    /// <param name="updates">What the tree adds in each cell; comes cleared and stays so where nothing is gained.</param>
    public void Grow(ReadOnlySpan<Cell> table, int columns, GrowRule rule, Span<double> updates)
    {
        var rows = table.Length / columns;
        _rule = rule;
        Reserve(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            AddLine(table[(row * columns)..], 1, columns, _downRows[row], _downRows[row + 1]);
        }

        for (var column = 0; column < columns; column++)
        {
            AddLine(table[column..], columns, rows, _downColumns[column], _downColumns[column + 1]);
        }

        var best = new Cuts(false, 0, 0, 0, _downRows[rows].Gain(0, columns));
        Search(_downRows, rows, columns, false, ref best);
        Search(_downColumns, columns, rows, true, ref best);
        if (best.Cut > 0)
        {
            Write(best, best.IsAcross ? _downColumns : _downRows, (rows, columns), updates);
        }
    }

    /// <summary>Room for lines of sums, and one of zeros before the first.</summary>
    private void Reserve(int rows, int columns)
    {
        if (_downRows.Length <= rows || _downRows[0].Most < columns || _downColumns.Length <= columns || _downColumns[0].Most < rows)
        {
            var (most, wide) = (Math.Max(rows, _downRows.Length), Math.Max(columns, _downColumns.Length));
            _downRows = [.. Enumerable.Range(0, most + 1).Select(_ => new RunningSums(wide))];
            _downColumns = [.. Enumerable.Range(0, wide + 1).Select(_ => new RunningSums(most))];
            (_low, _high) = (new(Math.Max(most, wide)), new(Math.Max(most, wide)));
        }
    }

    /// <summary>Sums over a rectangle from the corner: those of the lines above, and of this line.</summary>
    private static void AddLine(ReadOnlySpan<Cell> cells, int stride, int count, RunningSums above, RunningSums sums)
    {
        var (gradient, hessian, rows) = (0.0, 0.0, 0);
        for (var place = 0; place < count; place++)
        {
            ref readonly var cell = ref cells[place * stride];
            gradient += cell.Gradient;
            hessian += cell.Hessian;
            rows += cell.Rows;
            sums.Gradients[place + 1] = above.Gradients[place + 1] + gradient;
            sums.Hessians[place + 1] = above.Hessians[place + 1] + hessian;
            sums.Rows[place + 1] = above.Rows[place + 1] + rows;
        }
    }

    /// <summary>Tries each cut of one side, with the best cut across in each half.</summary>
    private void Search(RunningSums[] lines, int along, int across, bool isAcross, ref Cuts best)
    {
        for (var cut = 1; cut < along; cut++)
        {
            Halve(lines, cut, along, across);
            if (!_low.Holds(0, across, _rule.MinSamplesLeaf) || !_high.Holds(0, across, _rule.MinSamplesLeaf))
            {
                continue;
            }

            var (low, lowGain) = _low.Best(0, across, _rule.MinSamplesLeaf);
            var (high, highGain) = _high.Best(0, across, _rule.MinSamplesLeaf);
            if (lowGain + highGain > best.Gain)
            {
                best = new(isAcross, cut, low, high, lowGain + highGain);
            }
        }
    }

    private void Halve(RunningSums[] lines, int cut, int along, int across)
    {
        Less(lines[cut], lines[0], _low, across);
        Less(lines[along], lines[cut], _high, across);
    }

    private static void Less(RunningSums to, RunningSums from, RunningSums sums, int across)
    {
        Less(to.Gradients, from.Gradients, sums.Gradients[..(across + 1)]);
        Less(to.Hessians, from.Hessians, sums.Hessians[..(across + 1)]);
        Less(to.Rows, from.Rows, sums.Rows[..(across + 1)]);
        sums.Rows[(across + 1)..].Clear();
    }

    private static void Less(ReadOnlySpan<double> to, ReadOnlySpan<double> from, Span<double> sums)
    {
        for (var place = 0; place < sums.Length; place++)
        {
            sums[place] = to[place] - from[place];
        }
    }

    private void Write(Cuts cuts, RunningSums[] lines, (int Rows, int Columns) size, Span<double> updates)
    {
        var (along, across) = cuts.IsAcross ? (size.Columns, size.Rows) : (size.Rows, size.Columns);
        Halve(lines, cuts.Cut, along, across);
        for (var row = 0; row < size.Rows; row++)
        {
            for (var column = 0; column < size.Columns; column++)
            {
                var (line, place) = cuts.IsAcross ? (column, row) : (row, column);
                var (half, cut) = line < cuts.Cut ? (_low, cuts.Low) : (_high, cuts.High);
                updates[(row * size.Columns) + column] = place < cut ? half.Step(0, cut, _rule) : half.Step(cut, across, _rule);
            }
        }
    }

    /// <summary>A tree: one cut of the rows, or of the columns where it is across, and one in each half.</summary>
    private readonly record struct Cuts(bool IsAcross, int Cut, int Low, int High, double Gain);
}
