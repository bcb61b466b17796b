namespace Modelwright.Stress.Attacks.Trees;

/// <summary>Finds the change of a single input that raises a sum over trees most.</summary>
/// <remarks>
/// A hot path: one pass over the leaves that the row can reach. A leaf that is missed by one input alone is where its tree goes when that
/// input is changed into the leaf's cut; any value of one input is in exactly one such leaf, or in the leaf the tree is in now.
/// </remarks>
internal sealed class TreeStep(TreeRow row, TreeMargin margin)
{
    private readonly List<(Cut Cut, double Gain)>[] _moves = [.. row.Reaches.Select(_ => new List<(Cut, double)>())];
    private readonly List<(Cut Cut, double Value)> _missed = [];

    /// <summary>The best change.</summary>
    /// <param name="point">Where the row is now; each input is one that it can be changed to.</param>
    /// <param name="radius">What an input may cost at most.</param>
    /// <returns>The sum at the point, the input to change, or -1 where no change raises the sum, and its new value.</returns>
    public (double Sum, int Input, double Value) Best(double[] point, double radius)
    {
        var sum = Look(point, radius);
        var (best, input, value) = (margin.Rounding, -1, 0.0);
        for (var place = 0; place < _moves.Length && sum <= 0; place++)
        {
            foreach (var tried in Tried(place))
            {
                var gain = Gain(place, tried);
                if (gain > best && row.Reaches[place].Distance(tried) <= radius)
                {
                    (best, input, value) = (gain, place, tried);
                }
            }
        }

        return (sum, input, value);
    }

    /// <summary>Notes what leads where; returns the sum at the point.</summary>
    private double Look(double[] point, double radius)
    {
        Array.ForEach(_moves, moves => moves.Clear());
        var sum = margin.Start;
        foreach (var tree in margin.Trees)
        {
            _missed.Clear();
            var now = 0.0;
            foreach (var leaf in row.Leaves[tree])
            {
                if (leaf.Distance > radius)
                {
                    break;
                }

                var misses = Misses(leaf.Cuts, point, out var cut);
                if (misses == 0)
                {
                    now = margin.Values[tree][leaf.Leaf];
                }
                else if (misses == 1)
                {
                    _missed.Add((cut, margin.Values[tree][leaf.Leaf]));
                }
            }

            sum += now;
            foreach (var (cut, value) in _missed)
            {
                _moves[cut.Input].Add((cut, value - now));
            }
        }

        return sum;
    }

    /// <summary>How many inputs are not as a leaf asks, 2 for more; and the one that is not.</summary>
    private int Misses(Cut[] cuts, double[] point, out Cut missed)
    {
        (var misses, missed) = (0, default);
        foreach (var cut in cuts)
        {
            if (!row.Reaches[cut.Input].Holds(cut, point[cut.Input]))
            {
                missed = cut;
                if (++misses == 2)
                {
                    break;
                }
            }
        }

        return misses;
    }

    private IEnumerable<double> Tried(int input)
    {
        var reach = row.Reaches[input];
        return _moves[input].Count == 0 ? []
            : reach.IsLevels ? reach.Codes.Prepend(reach.Own)
            : _moves[input].Where(move => move.Gain > 0).Select(move => reach.Value(move.Cut)).Distinct();
    }

    private double Gain(int input, double value)
    {
        var gain = 0.0;
        foreach (var (cut, more) in _moves[input])
        {
            gain += row.Reaches[input].Holds(cut, value) ? more : 0;
        }

        return gain;
    }
}
