using Modelwright.Exporting.Onnx.Messages;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>Tables of numbers, and places among ascending numbers.</summary>
internal static class TableNodes
{
    /// <summary>Up to so many numbers a value is compared with all of them; among more a tree finds its place, which needs no memory of rows x numbers.</summary>
    internal const int MostCompared = 32;

    /// <summary>Row index + 1 of a table.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="index">Whole numbers from -1 on, one a row.</param>
    /// <param name="table">Rows x width.</param>
    /// <param name="width">Numbers a row.</param>
    internal static string Lookup(OnnxGraph graph, string index, double[] table, int width)
    {
        return width == 1
            ? graph.Add("Gather", graph.Constant(new OnnxTensor(table, table.Length)), Rows(graph, index))
            : Lookup(graph, index, new OnnxTensor(table, table.Length / width, width));
    }

    /// <summary>The same of a table of rows x width of any type.</summary>
    internal static string Lookup(OnnxGraph graph, string index, OnnxTensor table) =>
        graph.Add("Gather", graph.Constant(table), graph.Add("Reshape", Rows(graph, index), graph.Integers(-1)));

    /// <summary>How many of some ascending numbers are below a value, or at most it; -1 for NaN.</summary>
    internal static string Count(OnnxGraph graph, string value, double[] ascending, bool orEqual)
    {
        var count = ascending.Length == 0 ? graph.Constant(0)
            : ascending.Length > MostCompared ? ByTree(graph, value, ascending, orEqual)
            : Compared(graph, value, ascending, orEqual);
        return graph.Add("Where", graph.Add("IsNaN", value), graph.Constant(-1), count);
    }

    /// <summary>The position of a value among ascending numbers; -1 where it is none of them.</summary>
    internal static string Find(OnnxGraph graph, string value, double[] ascending)
    {
        var none = graph.Constant(-1);
        if (ascending.Length == 0)
        {
            return graph.Add("Where", graph.Add("IsNaN", value), none, none);
        }

        var place = Count(graph, value, ascending, orEqual: false);
        var found = Lookup(graph, place, [double.NaN, .. ascending, double.NaN], 1);
        return graph.Add("Where", graph.Add("Equal", found, value), place, none);
    }

    private static string Rows(OnnxGraph graph, string index) => graph.Cast(graph.Add("Add", index, graph.Constant(1)), OnnxElement.Integer);

    private static string Compared(OnnxGraph graph, string value, double[] ascending, bool orEqual)
    {
        var flags = graph.Add(orEqual ? "LessOrEqual" : "Less", graph.Row(ascending), value);
        return graph.Add("ReduceSum", graph.Cast(flags, OnnxElement.Number), graph.Integers(1));
    }

    /// <summary>A balanced tree whose leaves hold the counts.</summary>
    private static string ByTree(OnnxGraph graph, string value, double[] ascending, bool orEqual)
    {
        var (nodes, leaves) = (new List<TreeSplit>(), new List<TreeLeaf>());
        Split(0, ascending.Length);
        var trees = new TreeAttributes(1);
        trees.Add(nodes, leaves);
        return trees.Write(graph, value);

        // A node, or the complement of a leaf, for a count from low to high.
        int Split(int low, int high)
        {
            if (low == high)
            {
                leaves.Add(new(0, low));
                return ~(leaves.Count - 1);
            }

            var middle = (low + high) >> 1;
            var node = nodes.Count;
            nodes.Add(default);
            var yes = Split(low, middle);
            var no = Split(middle + 1, high);
            nodes[node] = new(orEqual ? TreeSplit.Below : TreeSplit.AtMost, 0, ascending[middle], IsMissingYes: false, yes, no);
            return node;
        }
    }
}
