using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>The raw scores of an ensemble as sums over leaves.</summary>
internal sealed class TreeScores(TreeEnsemble ensemble)
{
    private readonly int _width = ensemble.Trees.Count == 0 ? 1 : ensemble.Trees[0].Leaves.Length / ensemble.Trees[0].LeafCount;

    /// <summary>Scores a row.</summary>
    public int Outputs => ensemble.Outputs;

    /// <summary>Scores with weights, added up.</summary>
    public TreeMargin Of(params (int Output, double Weight)[] parts)
    {
        var values = new double[ensemble.Trees.Count][];
        for (var tree = 0; tree < values.Length; tree++)
        {
            values[tree] = [.. Enumerable.Range(0, ensemble.Trees[tree].LeafCount).Select(leaf => parts.Sum(part => part.Weight * Value(tree, leaf, part.Output)))];
        }

        return new(parts.Sum(part => part.Weight * Start(part.Output)), values);
    }

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
