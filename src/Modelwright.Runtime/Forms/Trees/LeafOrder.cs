namespace Modelwright.Runtime.Forms.Trees;

/// <summary>The leaves of a tree of at most 64 from left to right, and for each node those on its left side.</summary>
internal sealed class LeafOrder
{
    /// <summary>Looks at a sound tree.</summary>
    /// <param name="tree">The tree.</param>
    internal LeafOrder(Tree tree)
    {
        Leaves = new int[tree.LeafCount];
        LeftLeaves = new ulong[tree.NodeCount];
        var next = 0;
        var open = new Stack<int>();
        open.Push(tree.NodeCount == 0 ? ~0 : 0);
        while (open.TryPop(out var place))
        {
            if (place >= 0)
            {
                open.Push(tree.Right[place]);
                open.Push(tree.Left[place]);
            }
            else
            {
                Leaves[next++] = ~place;
            }
        }

        // Children come after their parents, so that from the end on both sides of a node are known.
        var below = new ulong[tree.NodeCount];
        var positions = new int[tree.LeafCount];
        for (var position = 0; position < Leaves.Length; position++)
        {
            positions[Leaves[position]] = position;
        }

        for (var node = tree.NodeCount - 1; node >= 0; node--)
        {
            LeftLeaves[node] = Below(tree.Left[node]);
            below[node] = LeftLeaves[node] | Below(tree.Right[node]);
        }

        ulong Below(int child) => child >= 0 ? below[child] : 1UL << positions[~child];
    }

    /// <summary>The leaves, leftmost first.</summary>
    internal int[] Leaves { get; }

    /// <summary>For each node, the positions of the leaves on its left side, a bit each.</summary>
    internal ulong[] LeftLeaves { get; }
}
