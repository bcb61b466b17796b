using Modelwright.Exporting.Onnx.Messages;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>
/// The sets of category splits as inputs of their own, 1 where the code is in the set: each input's sets are the columns of one table, in which its code finds a row.
/// Equal sets are one column.
/// </summary>
/// <remarks>
/// TreeEnsemble has a kind of node for sets (BRANCH_MEMBER), but ONNX Runtime writes it out as one node a member, with the whole subtree behind each: a model of large
/// sets would not fit into memory.
/// </remarks>
internal sealed class CategorySets
{
    private readonly OnnxGraph _graph;
    private readonly string _inputs;
    private readonly Dictionary<int, int> _tops = [];
    private readonly Dictionary<int, string> _rows = [];

    /// <summary>Reads how far the codes in sets go.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">The ensemble's inputs side by side.</param>
    /// <param name="trees">All trees.</param>
    internal CategorySets(OnnxGraph graph, string inputs, IEnumerable<Tree> trees)
    {
        (_graph, _inputs) = (graph, inputs);
        foreach (var tree in trees)
        {
            for (var node = 0; node < tree.NodeCount; node++)
            {
                _tops[tree.Feature[node]] = Math.Max(_tops.GetValueOrDefault(tree.Feature[node]), (tree.CategoryWords[node] * 32) - 1);
            }
        }
    }

    /// <summary>The columns of some sets, side by side.</summary>
    /// <param name="sets">Input by input, each with its sets in the order of their columns.</param>
    internal IEnumerable<string> Columns(IEnumerable<(int Input, IReadOnlyList<CategorySet> Sets)> sets)
    {
        foreach (var (input, own) in sets)
        {
            var table = Table(_tops[input], own);
            yield return _graph.Cast(_graph.Add("Gather", _graph.Constant(table), RowOf(input)), OnnxElement.Number);
        }
    }

    /// <summary>Codes x sets, before them a row of zeros for what is in no set.</summary>
    private static OnnxTensor Table(int top, IReadOnlyList<CategorySet> sets)
    {
        var flags = new byte[(top + 2L) * sets.Count];
        for (var place = 0; place < sets.Count; place++)
        {
            foreach (var code in sets[place].Codes())
            {
                flags[((code + 1L) * sets.Count) + place] = 1;
            }
        }

        return new(flags, top + 2, sets.Count);
    }

    /// <summary>The row of the tables: the code + 1, or 0 where it is in no set.</summary>
    private string RowOf(int input)
    {
        if (!_rows.TryGetValue(input, out var row))
        {
            var none = _graph.Constant(-1);
            var code = _graph.AddWith("Gather", [_inputs, _graph.Integers(input)], OnnxAttribute.Of("axis", 1));
            var isThere = _graph.Add("And", _graph.Add("Less", none, code), _graph.Add("LessOrEqual", code, _graph.Constant(_tops[input])));
            var held = _graph.Add("Add", _graph.Add("Where", isThere, code, none), _graph.Constant(1));
            _rows.Add(input, row = _graph.Add("Reshape", _graph.Cast(held, OnnxElement.Integer), _graph.Integers(-1)));
        }

        return row;
    }
}
