using Modelwright.Runtime.Formulas.Portable;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Formulas;

/// <summary>The trees of an ensemble as flat arrays, in the layout of <see cref="FlatTrees"/>.</summary>
/// <param name="Start">For each output what is added to its trees.</param>
/// <param name="Divisors">For each output what the sum of its trees is divided by.</param>
/// <param name="Counts">Three a tree.</param>
/// <param name="Nodes">Six an inner node.</param>
/// <param name="Thresholds">One an inner node.</param>
/// <param name="Sets">Words of all sets.</param>
/// <param name="Leaves">Values of all leaves.</param>
public sealed record TreeArrays(double[] Start, double[] Divisors, int[] Counts, int[] Nodes, double[] Thresholds, uint[] Sets, double[] Leaves)
{
    /// <summary>Numbers an inner node has in <see cref="Nodes"/>: its input, the children of yes and no (leaf l is ~l), 1 where a missing number goes to yes, where its set starts in the sets of its tree (-1 for a number), and the words of it.</summary>
    public const int NodeNumbers = 6;

    /// <summary>Numbers a tree has in <see cref="Counts"/>: inner nodes, words of sets, values of a leaf.</summary>
    public const int TreeNumbers = 3;

    /// <summary>Lays an ensemble out.</summary>
    /// <param name="ensemble">A sound ensemble.</param>
    public static TreeArrays Of(TreeEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var scorer = new TreeScorer("trees", ensemble);
        var (counts, nodes, thresholds, sets, leaves) = (new List<int>(), new List<int>(), new List<double>(), new List<uint>(), new List<double>());
        foreach (var tree in ensemble.Trees)
        {
            counts.AddRange([tree.NodeCount, tree.CategoryBits.Length, scorer.Width]);
            for (var node = 0; node < tree.NodeCount; node++)
            {
                nodes.AddRange([tree.Feature[node], tree.Left[node], tree.Right[node], tree.MissingLeft[node] ? 1 : 0, tree.CategoryStart[node], tree.CategoryWords[node]]);
            }

            thresholds.AddRange(tree.Threshold);
            sets.AddRange(tree.CategoryBits);
            leaves.AddRange(tree.Leaves);
        }

        return new(scorer.Start.ToArray(), scorer.Divisors.ToArray(), [.. counts], [.. nodes], [.. thresholds], [.. sets], [.. leaves]);
    }

    /// <summary>What walks them.</summary>
    internal FlatTrees Walker() => new(Start, Divisors, Counts, Nodes, Thresholds, Sets, Leaves);
}
