using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>The raw scores of an ensemble as sums over leaves.</summary>
internal sealed class TreeScores(TreeEnsemble ensemble)
{
    private readonly int _width = ensemble.Trees.Count == 0 ? 1 : ensemble.Trees[0].Leaves.Length / ensemble.Trees[0].LeafCount;

    /// <summary>Scores a row.</summary>
    public int Outputs => ensemble.Outputs;

    /// <summary>One score, or one less another.</summary>
    /// <param name="plus">The score.</param>
    /// <param name="minus">The one to take from it; -1 for none.</param>
    public TreeMargin Of(int plus, int minus = -1)
    {
        var values = new double[ensemble.Trees.Count][];
        for (var tree = 0; tree < values.Length; tree++)
        {
            values[tree] = [.. Enumerable.Range(0, ensemble.Trees[tree].LeafCount).Select(leaf => Value(tree, leaf, plus) - (minus < 0 ? 0 : Value(tree, leaf, minus)))];
        }

        return new(Start(plus) - (minus < 0 ? 0 : Start(minus)), values);
    }

    /// <summary>Whether two scores are shares that add up to 1 in every leaf.</summary>
    public bool AreShares => Outputs == 2 && _width == 2 && ensemble.IsAverage && ensemble.Base.All(start => start == 0)
        && ensemble.Trees.All(tree => Enumerable.Range(0, tree.LeafCount).All(leaf => tree.Leaves[2 * leaf] >= 0 && tree.Leaves[(2 * leaf) + 1] >= 0 && Math.Abs(tree.Leaves[2 * leaf] + tree.Leaves[(2 * leaf) + 1] - 1) < 1e-12));

    /// <summary>Whether nothing that is added is below 0.</summary>
    public bool AreNotNegative => ensemble.Base.All(start => start >= 0) && ensemble.Trees.All(tree => tree.Leaves.All(value => value >= 0));

    private double Start(int output) => ensemble.Base.Length == 0 ? 0 : ensemble.Base[output];

    private double Value(int tree, int leaf, int output)
    {
        if (_width == 1 && tree % Outputs != output)
        {
            return 0;
        }

        var trees = _width == 1 ? (ensemble.Trees.Count + Outputs - 1 - output) / Outputs : ensemble.Trees.Count;
        return ensemble.Trees[tree].Leaves[_width == 1 ? leaf : (leaf * _width) + output] / (ensemble.IsAverage ? trees : 1);
    }
}
