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
        var still = Still(ensemble, isWide);
        var groups = TreeGroup.Deal(ensemble.Trees, MostSets, isWide ? MostLeafTrees : int.MaxValue);
        if (groups.Count == 0)
        {
            return new(graph.Row([.. starts.Select((start, output) => start + (still[output] / divisors[output]))]), ensemble.Outputs, HasRows: false);
        }

        var sets = new CategorySets(graph, inputs.Name, ensemble.Trees);
        var sum = groups.Select(group => isWide ? LeafRows(graph, inputs, group, sets, ensemble.Outputs) : Scores(graph, inputs, group, sets, ensemble.Outputs))
            .Aggregate((first, second) => graph.Add("Add", first, second));
        sum = still.All(value => value == 0) ? sum : graph.Add("Add", sum, graph.Row(still));
        sum = divisors.All(divisor => divisor == 1) ? sum : graph.Add("Div", sum, graph.Row(divisors));
        sum = starts.All(start => start == 0) ? sum : graph.Add("Add", graph.Row(starts), sum);
        return new(sum, ensemble.Outputs, inputs.HasRows);
    }

    /// <summary>What trees of a single leaf add to each output.</summary>
    private static double[] Still(TreeEnsemble ensemble, bool isWide)
    {
        var still = new double[ensemble.Outputs];
        for (var position = 0; position < ensemble.Trees.Count; position++)
        {
            var tree = ensemble.Trees[position];
            for (var value = 0; value < (tree.NodeCount == 0 ? tree.Leaves.Length : 0); value++)
            {
                still[isWide ? value : position % ensemble.Outputs] += tree.Leaves[value];
            }
        }

        return still;
    }

    /// <summary>The trees of a group added up.</summary>
    private static string Scores(OnnxGraph graph, GraphValue inputs, TreeGroup group, CategorySets sets, int outputs)
    {
        var attributes = new TreeAttributes(outputs);
        foreach (var (tree, position) in group.Trees)
        {
            attributes.Add(group.Splits(tree, inputs.Width), [.. tree.Leaves.Select(value => new TreeLeaf(position % outputs, value))]);
        }

        return attributes.Write(graph, Beside(graph, inputs, group, sets));
    }

    /// <summary>The values of the leaves that the trees of a group come to, added up.</summary>
    private static string LeafRows(OnnxGraph graph, GraphValue inputs, TreeGroup group, CategorySets sets, int outputs)
    {
        var attributes = new TreeAttributes(group.Trees.Count);
        var values = new List<double>();
        foreach (var (tree, _) in group.Trees)
        {
            var (target, first) = (attributes.TreeCount, values.Count / outputs);
            attributes.Add(group.Splits(tree, inputs.Width), [.. Enumerable.Range(first, tree.LeafCount).Select(leaf => new TreeLeaf(target, leaf))]);
            values.AddRange(tree.Leaves);
        }

        var leaves = graph.Cast(attributes.Write(graph, Beside(graph, inputs, group, sets)), OnnxElement.Integer);
        var found = graph.Add("Gather", graph.Table([.. values], outputs), leaves);
        return graph.AddWith("ReduceSum", [found, graph.Integers(1)], OnnxAttribute.Of("keepdims", 0));
    }

    /// <summary>The inputs, and beside them the columns of the sets that a group asks.</summary>
    private static string Beside(OnnxGraph graph, GraphValue inputs, TreeGroup group, CategorySets sets) => group.SetCount == 0
        ? inputs.Name
        : graph.AddWith("Concat", [inputs.Name, .. sets.Columns(group.Sets)], OnnxAttribute.Of("axis", 1));
}
