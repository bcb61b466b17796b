namespace Modelwright.Runtime.Forms.Trees;

/// <summary>
/// Puts the nodes of trees where walks find them soon: the children of a node side by side, and behind them those of the child
/// that has more leaves below it, which is where more rows go.
/// </summary>
internal static class TreePacking
{
    /// <summary>Lays trees out one after another.</summary>
    /// <param name="trees">Sound trees.</param>
    /// <param name="roots">Gets the place of the root of each.</param>
    /// <returns>Nodes and leaves of all trees; null where there are too many, or a set is too large.</returns>
    internal static PackedNode[]? Of(Tree[] trees, int[] roots)
    {
        var count = 0L;
        foreach (var tree in trees)
        {
            count += (2L * tree.NodeCount) + 1;
            for (var node = 0; node < tree.NodeCount; node++)
            {
                if (!PackedNode.Fits(tree, node))
                {
                    return null;
                }
            }
        }

        if (count > Array.MaxLength)
        {
            return null;
        }

        var nodes = new PackedNode[count];
        var next = 0;
        for (var tree = 0; tree < trees.Length; tree++)
        {
            roots[tree] = next;
            next = Place(trees[tree], nodes, next);
        }

        return nodes;
    }

    /// <summary>Places one tree; returns the first place behind it.</summary>
    private static int Place(Tree tree, PackedNode[] nodes, int root)
    {
        var width = tree.Leaves.Length / tree.LeafCount;
        if (tree.NodeCount == 0)
        {
            nodes[root] = PackedNode.OfLeaf(tree, 0, width);
            return root + 1;
        }

        var leaves = Leaves(tree);
        var open = new Stack<(int Child, int Place)>();
        open.Push((0, root));
        var next = root + 1;
        while (open.TryPop(out var one))
        {
            if (one.Child < 0)
            {
                nodes[one.Place] = PackedNode.OfLeaf(tree, ~one.Child, width);
                continue;
            }

            var (left, right) = ((tree.Left[one.Child], next), (tree.Right[one.Child], next + 1));
            nodes[one.Place] = PackedNode.OfNode(tree, one.Child, next);
            next += 2;
            var isLeftFuller = Below(leaves, left.Item1) >= Below(leaves, right.Item1);
            open.Push(isLeftFuller ? right : left);
            open.Push(isLeftFuller ? left : right);
        }

        return next;
    }

    /// <summary>For each node the leaves below it; children come after their parents.</summary>
    private static int[] Leaves(Tree tree)
    {
        var leaves = new int[tree.NodeCount];
        for (var node = leaves.Length - 1; node >= 0; node--)
        {
            leaves[node] = Below(leaves, tree.Left[node]) + Below(leaves, tree.Right[node]);
        }

        return leaves;
    }

    private static int Below(int[] leaves, int child) => child < 0 ? 1 : leaves[child];
}
