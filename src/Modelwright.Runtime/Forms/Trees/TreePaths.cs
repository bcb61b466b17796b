namespace Modelwright.Runtime.Forms.Trees;

/// <summary>A tree read from its leaves upwards: who is whose parent, and how many training rows passed each node.</summary>
internal sealed class TreePaths
{
    private readonly Tree _tree;
    private readonly int[] _nodeParents;
    private readonly int[] _leafParents;
    private readonly double[] _covers;

    /// <summary>Looks at a sound tree with covers.</summary>
    /// <param name="tree">The tree.</param>
    internal TreePaths(Tree tree)
    {
        _tree = tree;
        _nodeParents = new int[tree.NodeCount];
        _leafParents = new int[tree.LeafCount];
        _covers = new double[tree.NodeCount];
        Array.Fill(_nodeParents, -1);
        Array.Fill(_leafParents, -1);

        // Children come after their parents, so that from the end on both children of a node are known.
        for (var node = tree.NodeCount - 1; node >= 0; node--)
        {
            _covers[node] = Adopt(tree.Left[node], node) + Adopt(tree.Right[node], node);
        }
    }

    /// <summary>The mean of the leaves, each as often as training rows ended in it; LightGBM's expected value.</summary>
    /// <param name="width">Values a leaf.</param>
    /// <param name="output">Which of them.</param>
    internal double Mean(int width, int output)
    {
        if (_tree.NodeCount == 0)
        {
            return _tree.Leaves[output];
        }

        var mean = 0.0;
        for (var leaf = 0; leaf < _tree.LeafCount; leaf++)
        {
            mean += _tree.Covers[leaf] / _covers[0] * _tree.Leaves[(leaf * width) + output];
        }

        return mean;
    }

    /// <summary>Walks from a leaf to the root.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="steps">Filled with the nodes passed, the one above the leaf first.</param>
    internal void Walk(int leaf, List<PathStep> steps)
    {
        steps.Clear();
        var child = ~leaf;
        for (var node = _leafParents[leaf]; node >= 0; node = _nodeParents[node])
        {
            var share = CoverOf(child) / _covers[node];
            steps.Add(new(node, _tree.Left[node] == child, share));
            child = node;
        }
    }

    /// <summary>Nodes on the longest way from the root to a leaf.</summary>
    internal static int Depth(Tree tree)
    {
        var depths = new int[tree.NodeCount];
        var deepest = 0;
        for (var node = 0; node < depths.Length; node++)
        {
            deepest = Math.Max(deepest, ++depths[node]);
            Pass(tree.Left[node], depths[node]);
            Pass(tree.Right[node], depths[node]);
        }

        return deepest;

        void Pass(int child, int depth)
        {
            if (child >= 0)
            {
                depths[child] = depth;
            }
        }
    }

    private double Adopt(int child, int parent)
    {
        if (child >= 0)
        {
            _nodeParents[child] = parent;
        }
        else
        {
            _leafParents[~child] = parent;
        }

        return CoverOf(child);
    }

    private double CoverOf(int child) => child >= 0 ? _covers[child] : _tree.Covers[~child];

    /// <summary>One node on the way to a leaf.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="IsLeft">Whether the way goes left.</param>
    /// <param name="Share">Share of the node's training rows that go the same way.</param>
    internal readonly record struct PathStep(int Node, bool IsLeft, double Share);
}
