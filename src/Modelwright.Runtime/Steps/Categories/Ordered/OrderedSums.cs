using Modelwright.Runtime.Steps.Categories.Encoding;

namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>The statistics of the target by the slots of a combination: for training rows by the rows before each, for later rows by all.</summary>
internal sealed class OrderedSums
{
    /// <summary>Parts of the rows whose first part has no mean before it; from there on mean and smoothing are learned anew wherever the rows have doubled.</summary>
    private const int Parts = 16;

    private readonly EncodedTarget _target;
    private readonly int[] _slots;
    private readonly int _count;
    private readonly double? _smoothing;

    /// <summary>Takes the rows.</summary>
    /// <param name="target">The answers.</param>
    /// <param name="slots">For each row its slot, or -1.</param>
    /// <param name="count">Slots.</param>
    /// <param name="smoothing">In rows; null to have it estimated.</param>
    internal OrderedSums(EncodedTarget target, int[] slots, int count, double? smoothing) => (_target, _slots, _count, _smoothing) = (target, slots, count, smoothing);

    /// <summary>What later rows get: for each output one value a slot, then that of all other combinations.</summary>
    internal double[] Values()
    {
        var values = new double[_target.Names.Count * (_count + 1)];
        for (var output = 0; output < _target.Names.Count; output++)
        {
            var sums = new RunningSums(_target, _count, output);
            for (var row = 0; row < _slots.Length; row++)
            {
                sums.Add(_slots[row], row);
            }

            var prior = sums.Prior(_smoothing);
            for (var slot = 0; slot < _count; slot++)
            {
                values[(output * (_count + 1)) + slot] = _target.Unit * sums.Of(slot, prior);
            }

            values[(output * (_count + 1)) + _count] = _target.Unit * prior.Mean;
        }

        return values;
    }

    /// <summary>The share of all weight that each slot has.</summary>
    internal double[] Shares()
    {
        var sums = new RunningSums(_target, _count, output: 0);
        for (var row = 0; row < _slots.Length; row++)
        {
            sums.Add(_slots[row], row);
        }

        return sums.Shares();
    }

    /// <summary>What each training row gets by one output: the statistic of the rows before it in an order.</summary>
    internal double[] InOrder(ReadOnlySpan<int> order, int output)
    {
        var encoded = new double[order.Length];
        var sums = new RunningSums(_target, _count, output);
        var next = Math.Max(1, order.Length / Parts);
        var prior = First(order[Math.Min(next, order.Length)..], output);
        for (var place = 0; place < order.Length; place++)
        {
            if (place == next)
            {
                prior = sums.Prior(_smoothing);
                next *= 2;
            }

            var row = order[place];
            encoded[row] = _target.Unit * sums.Of(_slots[row], prior);
            sums.Add(_slots[row], row);
        }

        return encoded;
    }

    /// <summary>The first part has no rows before it: it gets the mean of those after it, the same for all its rows.</summary>
    private Prior First(ReadOnlySpan<int> after, int output)
    {
        var sums = new RunningSums(_target, slots: 0, output);
        foreach (var row in after)
        {
            sums.Add(-1, row);
        }

        return sums.Prior(_smoothing ?? SmoothingEstimate.Usual);
    }
}
