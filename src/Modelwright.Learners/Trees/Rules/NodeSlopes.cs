using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>Slope and curvature of the loss summed over the rows of every node of a tree.</summary>
internal sealed class NodeSlopes
{
    private readonly int _outputs;
    private readonly double[] _firstOfLeaf;
    private readonly double[] _secondOfLeaf;
    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>Sums up.</summary>
    public NodeSlopes(Tree tree, byte[] leaves, (double[] First, double[] Second) slopes, int outputs)
    {
        _outputs = outputs;
        (_firstOfLeaf, _secondOfLeaf) = (new double[tree.LeafCount * outputs], new double[tree.LeafCount * outputs]);
        (_first, _second) = (new double[Math.Max(1, tree.NodeCount) * outputs], new double[Math.Max(1, tree.NodeCount) * outputs]);
        for (var row = 0; row < leaves.Length; row++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var (to, from) = ((leaves[row] * outputs) + output, (row * outputs) + output);
                _firstOfLeaf[to] += slopes.First[from];
                _secondOfLeaf[to] += slopes.Second[from];
            }
        }

        // Children come after their parents.
        for (var node = tree.NodeCount - 1; node >= 0; node--)
        {
            for (var output = 0; output < outputs; output++)
            {
                var (left, right) = (Of(tree.Left[node], output), Of(tree.Right[node], output));
                _first[(node * outputs) + output] = left.First + right.First;
                _second[(node * outputs) + output] = left.Second + right.Second;
            }
        }
    }

    /// <summary>What a weight for the rows of a node would save, the start of the scores moving along.</summary>
    public double Saved(int child, double ridge)
    {
        var saved = 0.0;
        for (var output = 0; output < _outputs; output++)
        {
            var (first, second) = Of(child, output);
            var all = _second[output];
            saved += all > 0 ? first * first / ((second * Math.Max(0, 1 - (second / all))) + ridge) : 0;
        }

        return saved;
    }

    private (double First, double Second) Of(int child, int output) => child < 0
        ? (_firstOfLeaf[(~child * _outputs) + output], _secondOfLeaf[(~child * _outputs) + output])
        : (_first[(child * _outputs) + output], _second[(child * _outputs) + output]);
}
