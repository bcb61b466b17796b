namespace Modelwright.Learners.Trees.Single;

/// <summary>Grows one tree on some of the rows, the leaf first whose split saves most, and cuts nothing back.</summary>
/// <remarks>
/// Breiman, Friedman, Olshen &amp; Stone 1984. Where we differ: nodes are split in the order of what they save, so that a tree of
/// bounded size holds the splits that matter; numbers lie in at most 255 bins; a leaf's class shares are drawn to those of all
/// rows as if two more rows had been seen (Cestnik 1990), so that no class is held impossible.
/// </remarks>
internal sealed class BestFirstGrower
{
    /// <summary>Rows of the overall class shares that a leaf's own are mixed with.</summary>
    private const double PriorRows = 2;

    /// <summary>A split that saves a smaller share of the error of no tree at all is rounding.</summary>
    private const double LeastSaved = 1e-12;

    private readonly IReadOnlyList<BinnedColumn> _columns;
    private readonly ForestTarget _target;
    private readonly int[] _draws;
    private readonly int _leastRows;
    private readonly NodeSplitter _splitter;
    private readonly NodeRows _rows;
    private readonly List<GrownNode> _nodes = [];
    private readonly PriorityQueue<Open, (double Saved, int Node)> _open = new();
    private readonly double[] _prior;
    private readonly double _priorWeight;

    private BestFirstGrower(IReadOnlyList<BinnedColumn> columns, ForestTarget target, int[] draws, int leastRows)
    {
        (_columns, _target, _draws, _leastRows) = (columns, target, draws, leastRows);
        _splitter = target.Classes > 0 ? new ClassSplitter<GiniCriterion>(target) : new SumSplitter<GiniCriterion>(target);
        _rows = new(target.Rows);
        _rows.Start(draws);
        var all = NodeSums.Of(target, _rows.Range(0, _rows.Count));
        _priorWeight = PriorRows * all.Weight / _rows.Count;
        _prior = [.. all.Sums.Select(sum => (sum + (_priorWeight / 4)) / (all.Weight + (_priorWeight * all.Sums.Length / 4)))];
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="columns">The columns, of all rows.</param>
    /// <param name="target">The target of all rows.</param>
    /// <param name="draws">1 for the rows to grow on, at least one of them; 0 for the others.</param>
    /// <param name="leastRows">Rows a leaf holds at least.</param>
    /// <param name="mostLeaves">Leaves to stop at.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    public static GrownTree Grow(IReadOnlyList<BinnedColumn> columns, ForestTarget target, int[] draws, int leastRows, int mostLeaves, CancellationToken cancellation)
    {
        var grower = new BestFirstGrower(columns, target, draws, leastRows);
        grower.Add(0, grower._rows.Count);
        for (var leaves = 1; leaves < mostLeaves && grower._open.TryDequeue(out var open, out _); leaves++)
        {
            cancellation.ThrowIfCancellationRequested();
            grower.Part(open);
        }

        return new(grower._nodes, columns);
    }

    private void Part(Open open)
    {
        var node = _nodes[open.Node];
        var low = _rows.Part(open.Start, open.Count, _columns[open.Split.Column].Bins, open.Split);
        node.Split = open.Split;
        node.Low = Add(open.Start, low);
        node.High = Add(open.Start + low, open.Count - low);
    }

    private int Add(int start, int count)
    {
        var rows = _rows.Range(start, count);
        var sums = NodeSums.Of(_target, rows);
        var number = _nodes.Count;
        _nodes.Add(new(Values(sums), sums.Risk, count));
        if (count >= 2 * _leastRows && Best(rows) is { Column: >= 0 } split)
        {
            var saved = split.Score - sums.Purity;
            if (saved > LeastSaved * _nodes[0].Risk)
            {
                _open.Enqueue(new(number, start, count, split), (-saved, number));
            }
        }

        return number;
    }

    private Split Best(ReadOnlySpan<int> rows)
    {
        _splitter.Enter(rows, _draws);
        var best = Split.None;
        for (var column = 0; column < _columns.Count && !_splitter.IsPure; column++)
        {
            _splitter.Search(_columns[column], column, rows, _leastRows, ref best);
        }

        return best;
    }

    private double[] Values(NodeSums sums) => _target.IsClassification
        ? [.. sums.Sums.Select((sum, label) => (sum + (_priorWeight * _prior[label])) / (sums.Weight + _priorWeight))]
        : [sums.Sums[0] / sums.Weight];

    /// <summary>A leaf that may be split, and how.</summary>
    private readonly record struct Open(int Node, int Start, int Count, Split Split);
}
