namespace Modelwright.Stress.Attacks.Trees;

/// <summary>
/// The nearest row that trees answer otherwise, by best-first search: a state is a leaf in each of the first trees, with the box of rows
/// that end in all of them. The nearest state is looked at first, so the first whose nearest row is flipped is the true minimum. A state
/// is given up where the best leaves of the other trees that meet its box cannot flip the answer.
/// </summary>
/// <remarks>
/// A* (Hart, Nilsson &amp; Raphael 1968) over the tree of leaf choices; the exact problem and its cost, Kantchelian, Tygar &amp; Joseph 2016,
/// "Evasion and hardening of tree ensemble classifiers". Rules between columns are not looked at.
/// </remarks>
internal sealed class TreeExactSearch
{
    private readonly TreeRow _row;
    private readonly TreeMargin _margin;
    private readonly double _upper;
    private readonly int[] _order;
    private readonly RowLeaf[][] _leaves;
    private readonly double[] _rest;
    private readonly List<State> _states = [];
    private readonly PriorityQueue<int, (double Distance, int Left, int Number)> _open = new();
    private readonly OpenBox _box;

    /// <summary>Prepares a search.</summary>
    /// <param name="row">The row.</param>
    /// <param name="margin">What is above 0 where it is flipped.</param>
    /// <param name="upper">Only what is nearer than this is looked for: the distance of a flip that is known, or infinity.</param>
    public TreeExactSearch(TreeRow row, TreeMargin margin, double upper)
    {
        (_row, _margin, _upper, _box) = (row, margin, upper, new(row));
        var near = Array.ConvertAll(row.Leaves, leaves => leaves.Where(leaf => leaf.Distance < upper || leaf.Distance == 0).ToArray());

        // Trees that can move the sum most come first: then hopeless states show early.
        _order = [.. margin.Trees.OrderByDescending(tree => Best(tree, near[tree]) - margin.Values[tree][near[tree][0].Leaf])];
        _leaves = Array.ConvertAll(_order, tree => near[tree]);
        _rest = new double[_order.Length + 1];
        for (var level = _order.Length - 1; level >= 0; level--)
        {
            _rest[level] = _rest[level + 1] + Best(_order[level], _leaves[level]);
        }
    }

    private bool IsHopeless(double sum) => sum <= -_margin.Rounding;

    /// <summary>Searches.</summary>
    /// <param name="mostStates">States that are looked at before it gives up.</param>
    /// <param name="cancellation">Asks to end.</param>
    public ExactFind Find(int mostStates, CancellationToken cancellation)
    {
        if (IsHopeless(_margin.Start + _rest[0]))
        {
            return new(true, null);
        }

        Push(new(-1, -1, 0, _margin.Start, 0));
        for (var looked = 0; _open.TryDequeue(out var number, out _); looked++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (looked == mostStates)
            {
                return new(false, null);
            }

            var state = _states[number];
            Rebuild(state);
            var point = _box.Nearest();
            if (_margin.Of(_row.Trees, point) > 0)
            {
                return new(true, new(point, state.Distance));
            }

            if (state.Level < _order.Length && !IsHopeless(state.Sum + RestInBox(state.Level)))
            {
                Expand(number, state);
            }
        }

        return new(true, null);
    }

    private double Best(int tree, RowLeaf[] leaves) => leaves.Max(leaf => _margin.Values[tree][leaf.Leaf]);

    private void Push(State state)
    {
        _states.Add(state);
        _open.Enqueue(_states.Count - 1, (state.Distance, _order.Length - state.Level, _states.Count));
    }

    /// <summary>Fills the box with the leaves that led to a state.</summary>
    private void Rebuild(State state)
    {
        _box.Clear();
        while (state.Parent >= 0)
        {
            _box.Add(_leaves[state.Level - 1][state.Leaf].Cuts);
            state = _states[state.Parent];
        }
    }

    /// <summary>The most that the other trees can add to any row of the box that is near enough.</summary>
    private double RestInBox(int level)
    {
        var sum = 0.0;
        for (; level < _order.Length; level++)
        {
            var values = _margin.Values[_order[level]];
            var best = double.NegativeInfinity;
            foreach (var leaf in _leaves[level])
            {
                if (values[leaf.Leaf] > best && _box.DistanceWith(leaf.Cuts) < _upper)
                {
                    best = values[leaf.Leaf];
                }
            }

            sum += best;
        }

        return sum;
    }

    private void Expand(int number, State state)
    {
        var leaves = _leaves[state.Level];
        var values = _margin.Values[_order[state.Level]];
        for (var leaf = 0; leaf < leaves.Length; leaf++)
        {
            var sum = state.Sum + values[leaves[leaf].Leaf];
            if (IsHopeless(sum + _rest[state.Level + 1]))
            {
                continue;
            }

            var distance = Math.Max(state.Distance, _box.DistanceWith(leaves[leaf].Cuts));
            if (distance < _upper)
            {
                Push(new(number, leaf, state.Level + 1, sum, distance));
            }
        }
    }

    private readonly record struct State(int Parent, int Leaf, int Level, double Sum, double Distance);
}
