namespace Modelwright.Learners.Trees.Single;

/// <summary>
/// Cost-complexity pruning: the nested trees that are best for some price a leaf, found by cutting again and again the node
/// whose branch saves least a leaf. Source: Breiman, Friedman, Olshen &amp; Stone 1984, section 3.3.
/// </summary>
internal static class WeakestLinks
{
    /// <summary>Writes into every node the price at which it is cut.</summary>
    /// <param name="tree">A grown tree.</param>
    /// <returns>The prices at which the tree becomes smaller, rising from 0 and as shares of the root's error, each with the leaves left from there on.</returns>
    public static IReadOnlyList<(double Price, int Leaves)> Cut(GrownTree tree)
    {
        var nodes = tree.Nodes;
        var isCut = new bool[nodes.Count];
        var (leaves, risk) = (new int[nodes.Count], new double[nodes.Count]);
        foreach (var node in nodes)
        {
            node.CutAt = node.IsLeaf ? 0 : double.PositiveInfinity;
        }

        var total = Math.Max(nodes[0].Risk, double.Epsilon);
        var price = 0.0;
        SumUp(nodes, isCut, leaves, risk);
        List<(double Price, int Leaves)> steps = [(0, leaves[0])];
        while (leaves[0] > 1)
        {
            var (weakest, link) = Weakest(nodes, isCut, leaves, risk);
            price = Math.Max(price, link / total);
            Close(nodes, isCut, weakest, price);
            SumUp(nodes, isCut, leaves, risk);
            if (steps[^1].Price == price)
            {
                steps.RemoveAt(steps.Count - 1);
            }

            steps.Add((price, leaves[0]));
        }

        return steps;
    }

    /// <summary>The inner node reached from the root whose branch saves least a leaf, the first of several alike.</summary>
    private static (int Node, double Link) Weakest(IReadOnlyList<GrownNode> nodes, bool[] isCut, int[] leaves, double[] risk)
    {
        var (weakest, least) = (-1, double.PositiveInfinity);
        for (var node = 0; node < nodes.Count; node++)
        {
            if (nodes[node].IsLeaf || isCut[node])
            {
                continue;
            }

            var link = (nodes[node].Risk - risk[node]) / (leaves[node] - 1);
            if (link < least)
            {
                (weakest, least) = (node, link);
            }
        }

        return (weakest, Math.Max(0, least));
    }

    private static void SumUp(IReadOnlyList<GrownNode> nodes, bool[] isCut, int[] leaves, double[] risk)
    {
        for (var node = nodes.Count - 1; node >= 0; node--)
        {
            var isLeaf = nodes[node].IsLeaf || isCut[node];
            leaves[node] = isLeaf ? 1 : leaves[nodes[node].Low] + leaves[nodes[node].High];
            risk[node] = isLeaf ? nodes[node].Risk : risk[nodes[node].Low] + risk[nodes[node].High];
        }
    }

    /// <summary>A node under one that is cut is not reached any more.</summary>
    private static void Close(IReadOnlyList<GrownNode> nodes, bool[] isCut, int node, double price)
    {
        nodes[node].CutAt = Math.Min(nodes[node].CutAt, price);
        isCut[node] = true;
        if (!nodes[node].IsLeaf)
        {
            Close(nodes, isCut, nodes[node].Low, price);
            Close(nodes, isCut, nodes[node].High, price);
        }
    }
}
