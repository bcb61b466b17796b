namespace Modelwright.Learners.Additive;

/// <summary>Grows trees of up to three leaves on cells in a row: the working memory of one bag.</summary>
internal sealed class RangeTree(int most)
{
    private readonly RunningSums _sums = new(most);
    private GrowRule _rule = new(1, 1, 1);

    /// <summary>Room to put cells in an order.</summary>
    public int[] Order { get; } = new int[most];

    /// <summary>Room for what they are ordered by.</summary>
    public double[] Keys { get; } = new double[most];

    /// <summary>Takes the cells in an order.</summary>
    public void Enter(ReadOnlySpan<Cell> histogram, ReadOnlySpan<int> order, GrowRule rule)
    {
        _rule = rule;
        var gradients = _sums.Gradients[1..];
        var hessians = _sums.Hessians[1..];
        var counts = _sums.Rows[1..];
        var (gradient, hessian, rows) = (0.0, 0.0, 0);
        for (var place = 0; place < order.Length; place++)
        {
            ref readonly var cell = ref histogram[order[place]];
            gradient += cell.Gradient;
            hessian += cell.Hessian;
            rows += cell.Rows;
            gradients[place] = gradient;
            hessians[place] = hessian;
            counts[place] = rows;
        }

        // What an earlier, longer row left behind must not look like a cell with rows.
        counts[order.Length..].Clear();
    }

    /// <summary>The two cuts that gain most, one after the other; a cut at the end is none.</summary>
    public (int First, int Second) Best(int count)
    {
        var (cut, _) = _sums.Best(0, count, _rule.MinSamplesLeaf);
        if (cut == count)
        {
            return (count, count);
        }

        var (low, lowGain) = _sums.Best(0, cut, _rule.MinSamplesLeaf);
        var (high, highGain) = _sums.Best(cut, count, _rule.MinSamplesLeaf);
        var isLow = lowGain - _sums.Gain(0, cut) >= highGain - _sums.Gain(cut, count);
        return isLow && low < cut ? (low, cut) : (cut, high);
    }

    /// <summary>Two cuts drawn; one that leaves too few rows on a side is none.</summary>
    public (int First, int Second) Drawn(int count, CutDraw random)
    {
        if (count < 2)
        {
            return (count, count);
        }

        var (one, other) = (random.Next(count), random.Next(count));
        var (first, second) = (Math.Min(one, other), Math.Max(one, other));
        first = Holds(0, first) && Holds(first, count) ? first : count;
        second = second > first && Holds(first, second) && Holds(second, count) ? second : count;
        return (first, second);
    }

    /// <summary>The answer of the cells of a range.</summary>
    public double Step(int start, int end) => _sums.Step(start, end, _rule);

    private bool Holds(int start, int end) => _sums.Holds(start, end, _rule.MinSamplesLeaf);
}
