using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Trees;

/// <summary>Grows one tree after another, depth first; holds its own working memory, so one a thread.</summary>
internal sealed class TreeGrower
{
    /// <summary>Rows looked at between two looks at the clock and the token.</summary>
    private const int RowsBetweenLooks = 100_000;

    private readonly IReadOnlyList<BinnedColumn> _columns;
    private readonly ForestTarget _target;
    private readonly ForestSettings _settings;
    private readonly NodeSplitter _splitter;
    private readonly NodeRows _rows;
    private readonly int[] _draws;
    private readonly int[] _order;
    private readonly Stack<Open> _open = new();

    /// <summary>Makes the working memory.</summary>
    public TreeGrower(IReadOnlyList<BinnedColumn> columns, ForestTarget target, ForestSettings settings)
    {
        (_columns, _target, _settings) = (columns, target, settings);
        _rows = new(target.Rows);
        _draws = new int[target.Rows];
        _order = new int[columns.Count];
        _splitter = (target.Classes > 0, settings.Entropy && target.IsClassification) switch
        {
            (true, true) => new ClassSplitter<EntropyCriterion>(target),
            (true, false) => new ClassSplitter<GiniCriterion>(target),
            (false, true) => new SumSplitter<EntropyCriterion>(target),
            (false, false) => new SumSplitter<GiniCriterion>(target),
        };
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="random">The tree's own chance.</param>
    /// <param name="mustEnd">Asked now and then whether to give the tree up.</param>
    /// <returns>The tree; null where it was given up.</returns>
    public Tree? Grow(SeededRandom random, Func<bool> mustEnd)
    {
        DrawRows(ref random);
        var nodes = new TreeNodes();
        var looked = 0;
        _open.Clear();
        _open.Push(new(0, _rows.Count, 0, -1, false));
        while (_open.TryPop(out var node))
        {
            looked += node.Count;
            if (looked >= RowsBetweenLooks)
            {
                looked = 0;
                if (mustEnd())
                {
                    return null;
                }
            }

            Close(node, nodes, ref random);
        }

        return nodes.ToTree();
    }

    private void DrawRows(ref SeededRandom random)
    {
        if (!_settings.Bootstrap)
        {
            Array.Fill(_draws, 1);
        }
        else
        {
            Array.Clear(_draws);
            for (var draw = 0; draw < _draws.Length; draw++)
            {
                _draws[random.Below(_draws.Length)]++;
            }
        }

        _rows.Start(_draws);
    }

    /// <summary>Makes an open node a leaf, or splits it and opens its children.</summary>
    private void Close(Open open, TreeNodes nodes, ref SeededRandom random)
    {
        var rows = _rows.Range(open.Start, open.Count);
        _splitter.Enter(rows, _draws);
        var split = open.Count < 2 * _settings.MinSamplesLeaf || open.Depth >= _settings.MaxDepth || _splitter.IsPure
            ? Split.None
            : Find(rows, ref random);
        if (split.Column < 0)
        {
            _splitter.WriteLeaf(nodes.Leaves);
            nodes.Link(open.Parent, open.IsLeft, nodes.AddLeaf(Drawn(rows)));
            return;
        }

        var column = _columns[split.Column];
        var (node, lowIsLeft) = nodes.Add(split, column);
        nodes.Link(open.Parent, open.IsLeft, node);
        var low = _rows.Part(open.Start, open.Count, column.Bins, split);
        _open.Push(new(open.Start + low, open.Count - low, open.Depth + 1, node, !lowIsLeft));
        _open.Push(new(open.Start, low, open.Depth + 1, node, lowIsLeft));
    }

    private int Drawn(ReadOnlySpan<int> rows)
    {
        var drawn = 0;
        foreach (var row in rows)
        {
            drawn += _draws[row];
        }

        return drawn;
    }

    /// <summary>Tries columns in a drawn order until enough were tried and one of them varied.</summary>
    private Split Find(ReadOnlySpan<int> rows, ref SeededRandom random)
    {
        var most = Math.Max(1, (int)Math.Round(_settings.MaxFeatures * _columns.Count));
        var best = Split.None;
        for (var number = 0; number < _order.Length; number++)
        {
            _order[number] = number;
        }

        for (var tried = 0; tried < _order.Length && (tried < most || best.Column < 0); tried++)
        {
            var other = tried + random.Below(_order.Length - tried);
            (_order[tried], _order[other]) = (_order[other], _order[tried]);
            var number = _order[tried];
            if (_settings.RandomThresholds)
            {
                _splitter.Draw(_columns[number], number, rows, _settings.MinSamplesLeaf, ref random, ref best);
            }
            else
            {
                _splitter.Search(_columns[number], number, rows, _settings.MinSamplesLeaf, ref best);
            }
        }

        return best;
    }

    /// <summary>A node whose fate is open.</summary>
    private readonly record struct Open(int Start, int Count, int Depth, int Parent, bool IsLeft);
}
