using Modelwright.Runtime.Steps.Categories.Encoding;
using Modelwright.Runtime.Steps.Categories.Ordered;

namespace Modelwright.Runtime.Steps.Usefulness;

/// <summary>Some training rows in an order, on which columns are judged by what their ordered target statistics tell: no row's own answer is in its statistic.</summary>
internal sealed class TargetSample
{
    /// <summary>Rows' worth of chance that a gain must beat.</summary>
    private const double LeastGain = 10;

    /// <summary>Part of the rows at the beginning whose statistics know too little to be judged by.</summary>
    private const int WarmUp = 4;

    private readonly EncodedTarget _target;
    private readonly int[] _order;
    private readonly double[][] _answers;

    /// <summary>Takes the first rows of an order.</summary>
    /// <param name="target">The answers.</param>
    /// <param name="order">All rows in their order.</param>
    /// <param name="most">Rows that are looked at.</param>
    internal TargetSample(EncodedTarget target, int[] order, int most)
    {
        Rows = order[..Math.Min(order.Length, most)];
        _target = target.Take(Rows);
        _order = [.. Enumerable.Range(0, Rows.Length)];
        _answers = [.. target.Names.Select((_, output) => Array.ConvertAll(_order, row => _target[row, output]))];
    }

    /// <summary>The rows looked at.</summary>
    internal int[] Rows { get; }

    /// <summary>Of these rows alone.</summary>
    internal T[] Take<T>(IReadOnlyList<T> values) => Array.ConvertAll(Rows, row => values[row]);

    /// <summary>What a column tells each row, an array an output.</summary>
    /// <param name="codes">The column's value of each row of the sample, from 0.</param>
    internal double[][] Statistics(int[] codes)
    {
        var sums = new OrderedSums(_target, codes, codes.DefaultIfEmpty(-1).Max() + 1, smoothing: null);
        return [.. _answers.Select((_, output) => sums.InOrder(_order, output))];
    }

    /// <summary>The same of two columns taken as one.</summary>
    internal double[][] Statistics(int[] first, int[] second)
    {
        var keys = Combination.Keys([first, second], [first.DefaultIfEmpty(0).Max() + 1, second.DefaultIfEmpty(0).Max() + 1]);
        return Statistics(Combination.Slots(keys, least: 1, keys.Length).OfRow);
    }

    /// <summary>The share of the squared error, over all outputs, that a column takes away from a line through others; 0 where it is no more than chance.</summary>
    internal double Gain(double[][] added, params IReadOnlyList<double[][]> parts)
    {
        var (gained, total) = (0.0, 0.0);
        for (var output = 0; output < _answers.Length; output++)
        {
            var (own, all) = PartialGain.Of([.. parts.Select(part => part[output])], added[output], _answers[output], Rows.Length / WarmUp);
            gained += own;
            total += all;
        }

        return total > 0 && gained / total * Rows.Length > LeastGain ? gained / total : 0;
    }
}
