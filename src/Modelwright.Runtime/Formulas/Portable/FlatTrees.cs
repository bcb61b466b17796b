namespace Modelwright.Runtime.Formulas.Portable;

/// <summary>Decision trees in flat arrays, all trees one after another. Goes into exported C# as it stands. Immutable and safe from any thread.</summary>
internal sealed class FlatTrees
{
    private readonly int _outputs;
    private readonly double[] _start;
    private readonly double[] _divisors;
    private readonly int[] _counts;
    private readonly int[] _nodes;
    private readonly double[] _thresholds;
    private readonly uint[] _sets;
    private readonly double[] _leaves;

    /// <summary>Takes the arrays.</summary>
    /// <param name="start">For each output what is added to its trees.</param>
    /// <param name="divisors">For each output what the sum of its trees is divided by.</param>
    /// <param name="counts">For each tree its inner nodes, the words of its sets and the values of a leaf: one, or one an output.</param>
    /// <param name="nodes">For each inner node its input, the children of yes and of no (a leaf is the complement of its number), 1 where a missing number goes to yes, where its set starts (-1 for a number) and the words of it.</param>
    /// <param name="thresholds">For each inner node the largest number that goes to yes.</param>
    /// <param name="sets">The codes that go to yes: bit code % 32 of word code / 32.</param>
    /// <param name="leaves">The values of all leaves.</param>
    internal FlatTrees(double[] start, double[] divisors, int[] counts, int[] nodes, double[] thresholds, uint[] sets, double[] leaves)
    {
        (_start, _divisors, _counts, _nodes, _thresholds, _sets, _leaves) = (start, divisors, counts, nodes, thresholds, sets, leaves);
        _outputs = start.Length;
    }

    /// <summary>The scores of one row.</summary>
    /// <param name="row">One number an input; the code of a category, -1 where it is missing or not known.</param>
    /// <param name="to">One score an output; overwritten.</param>
    internal void Score(ReadOnlySpan<double> row, Span<double> to)
    {
        to.Clear();
        var (node, set, leaf) = (0, 0, 0);
        for (var tree = 0; tree * 3 < _counts.Length; tree++)
        {
            var (count, words, width) = (_counts[tree * 3], _counts[(tree * 3) + 1], _counts[(tree * 3) + 2]);
            var found = leaf + (LeafOf(row, node, count, set) * width);
            for (var value = 0; value < width; value++)
            {
                to[width == 1 ? tree % _outputs : value] += _leaves[found + value];
            }

            node += count;
            set += words;
            leaf += (count + 1) * width;
        }

        for (var output = 0; output < to.Length; output++)
        {
            to[output] = _start[output] + (to[output] / _divisors[output]);
        }
    }

    private int LeafOf(ReadOnlySpan<double> row, int first, int count, int set)
    {
        var node = count == 0 ? -1 : 0;
        while (node >= 0)
        {
            var at = _nodes.AsSpan((first + node) * 6, 6);
            node = GoesLeft(row[at[0]], at, _thresholds[first + node], set) ? at[1] : at[2];
        }

        return ~node;
    }

    private bool GoesLeft(double value, ReadOnlySpan<int> node, double threshold, int set)
    {
        if (node[4] < 0)
        {
            return value <= threshold || (node[3] != 0 && double.IsNaN(value));
        }

        var code = (int)value;
        return code >= 0 && code >> 5 < node[5] && (_sets[set + node[4] + (code >> 5)] >> (code & 31) & 1) != 0;
    }
}
