using Modelwright.Exporting.Onnx.Messages;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>
/// Tree ensembles. Trees whose leaves hold one value add up in TreeEnsemble nodes; where a leaf holds one value an output, for which TreeEnsemble has no way, each tree
/// answers its leaf and a table the leaf's values. Thresholds and values stay double-precision numbers to the bit.
/// </summary>
internal static class TreeNodes
{
    /// <summary>Columns of sets that stand beside the inputs at one time, about.</summary>
    private const int MostSets = 512;

    /// <summary>Trees whose leaves are looked up at one time.</summary>
    private const int MostLeafTrees = 16;

    /// <summary>Adds the nodes.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">The ensemble's inputs side by side.</param>
    /// <param name="ensemble">A sound ensemble.</param>
    /// <returns>One score an output.</returns>
    internal static GraphValue Add(OnnxGraph graph, GraphValue inputs, TreeEnsemble ensemble)
    {
        var (starts, divisors) = TreeArrays.Of(ensemble) is var arrays ? (arrays.Start, arrays.Divisors) : default;
        var isWide = ensemble.Trees.Count > 0 && ensemble.Trees[0].Leaves.Length > ensemble.Trees[0].LeafCount;
        if (ensemble.Trees.All(tree => tree.NodeCount == 0))
        {
            return new(graph.Row(Still(ensemble, isWide, starts, divisors)), ensemble.Outputs, HasRows: false);
        }

        var groups = TreeGroup.Deal(ensemble.Trees, MostSets, isWide ? MostLeafTrees : int.MaxValue);
        var sets = new CategorySets(graph, inputs.Name, ensemble.Trees);
        var sum = isWide
            ? graph.Add("Squeeze", groups.Aggregate((string?)null, (total, group) => LeafRows(graph, inputs, group, sets, ensemble.Outputs, total))!, graph.Integers(1))
            : groups.Select(group => Scores(graph, inputs, group, sets, ensemble.Outputs)).Aggregate((first, second) => graph.Add("Add", first, second));
        sum = divisors.All(divisor => divisor == 1) ? sum : graph.Add("Div", sum, graph.Row(divisors));
        sum = starts.All(start => start == 0) ? sum : graph.Add("Add", graph.Row(starts), sum);
        return new(sum, ensemble.Outputs, inputs.HasRows);
    }

    /// <summary>The scores of trees that are all a single leaf.</summary>
    private static double[] Still(TreeEnsemble ensemble, bool isWide, double[] starts, double[] divisors)
    {
        var scores = new double[ensemble.Outputs];
        for (var position = 0; position < ensemble.Trees.Count; position++)
        {
            var leaves = ensemble.Trees[position].Leaves;
            for (var value = 0; value < leaves.Length; value++)
            {
                scores[isWide ? value : position % ensemble.Outputs] += leaves[value];
            }
        }

        return [.. scores.Select((score, output) => starts[output] + (score / divisors[output]))];
    }

    /// <summary>The trees of a group added up.</summary>
    private static string Scores(OnnxGraph graph, GraphValue inputs, TreeGroup group, CategorySets sets, int outputs)
    {
        var attributes = new TreeAttributes(outputs);
        foreach (var (tree, position) in group.Trees)
        {
            attributes.Add(group.Splits(tree, inputs.Width), Twice(tree, [.. tree.Leaves.Select(value => new TreeLeaf(position % outputs, value))]));
        }

        return attributes.Write(graph, Beside(graph, inputs, group, sets));
    }

    /// <summary>The values of the leaves that the trees of a group come to, added to a total in the order of the trees: classes that are equally probable stay so.</summary>
    private static string LeafRows(OnnxGraph graph, GraphValue inputs, TreeGroup group, CategorySets sets, int outputs, string? total)
    {
        var attributes = new TreeAttributes(group.Trees.Count);
        var values = new List<double>();
        foreach (var (tree, _) in group.Trees)
        {
            var (target, first) = (attributes.TreeCount, values.Count / outputs);
            attributes.Add(group.Splits(tree, inputs.Width), Twice(tree, [.. Enumerable.Range(first, tree.LeafCount).Select(leaf => new TreeLeaf(target, leaf))]));
            values.AddRange(tree.Leaves);
        }

        var leaves = graph.Cast(attributes.Write(graph, Beside(graph, inputs, group, sets)), OnnxElement.Integer);
        return RunningSums.Last(graph, total, graph.Add("Gather", graph.Table([.. values], outputs), leaves), group.Trees.Count);
    }

    /// <summary>A tree of a single leaf is written as a split between that leaf and the same once more.</summary>
    private static TreeLeaf[] Twice(Tree tree, TreeLeaf[] leaves) => tree.NodeCount == 0 ? [leaves[0], leaves[0]] : leaves;

    /// <summary>The inputs, and beside them the columns of the sets that a group asks.</summary>
    private static string Beside(OnnxGraph graph, GraphValue inputs, TreeGroup group, CategorySets sets) => group.SetCount == 0
        ? inputs.Name
        : graph.AddWith("Concat", [inputs.Name, .. sets.Columns(group.Sets)], OnnxAttribute.Of("axis", 1));
}
