using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>Trees that go into one TreeEnsemble node, and the sets that they ask.</summary>
internal sealed class TreeGroup
{
    private readonly SortedDictionary<int, Dictionary<CategorySet, int>> _sets = [];

    /// <summary>The trees and their positions in the ensemble.</summary>
    internal List<(Tree Tree, int Position)> Trees { get; } = [];

    /// <summary>Sets of all inputs.</summary>
    internal int SetCount { get; private set; }

    /// <summary>Input by input, its sets in the order of their columns.</summary>
    internal IEnumerable<(int Input, IReadOnlyList<CategorySet> Sets)> Sets => _sets.Select(entry => (entry.Key, (IReadOnlyList<CategorySet>)[.. entry.Value.Keys]));

    /// <summary>Deals trees out to groups, in their order.</summary>
    /// <param name="trees">All trees.</param>
    /// <param name="mostSets">A group gets no further tree once it has so many sets.</param>
    /// <param name="mostTrees">A group has at most so many trees.</param>
    internal static List<TreeGroup> Deal(IReadOnlyList<Tree> trees, int mostSets, int mostTrees)
    {
        var groups = new List<TreeGroup>();
        for (var position = 0; position < trees.Count; position++)
        {
            if (groups.Count == 0 || groups[^1].SetCount >= mostSets || groups[^1].Trees.Count >= mostTrees)
            {
                groups.Add(new());
            }

            groups[^1].Add(trees[position], position);
        }

        return groups;
    }

    /// <summary>The inner nodes of a tree; a set is asked as a number of 0 or 1. A single leaf is a split whose leaves are to be the same.</summary>
    /// <param name="tree">One of the group.</param>
    /// <param name="inputs">How many inputs stand before the columns of the sets.</param>
    internal List<TreeSplit> Splits(Tree tree, int inputs)
    {
        if (tree.NodeCount == 0)
        {
            return [new(TreeSplit.AtMost, 0, 0, IsMissingYes: false, ~0, ~1)];
        }

        var starts = Starts(inputs);
        var splits = new List<TreeSplit>(tree.NodeCount);
        for (var node = 0; node < tree.NodeCount; node++)
        {
            var input = tree.Feature[node];
            splits.Add(tree.CategoryStart[node] < 0
                ? new(TreeSplit.AtMost, input, tree.Threshold[node], tree.MissingLeft[node], tree.Left[node], tree.Right[node])
                : new(TreeSplit.AtMost, starts[input] + _sets[input][new(tree, node)], 0.5, IsMissingYes: false, tree.Right[node], tree.Left[node]));
        }

        return splits;
    }

    private void Add(Tree tree, int position)
    {
        Trees.Add((tree, position));
        for (var node = 0; node < tree.NodeCount; node++)
        {
            if (tree.CategoryStart[node] < 0)
            {
                continue;
            }

            if (!_sets.TryGetValue(tree.Feature[node], out var own))
            {
                _sets.Add(tree.Feature[node], own = []);
            }

            SetCount += own.TryAdd(new(tree, node), own.Count) ? 1 : 0;
        }
    }

    /// <summary>Where the columns of each input's sets begin.</summary>
    private Dictionary<int, int> Starts(int next)
    {
        var starts = new Dictionary<int, int>();
        foreach (var (input, sets) in _sets)
        {
            starts.Add(input, next);
            next += sets.Count;
        }

        return starts;
    }
}
