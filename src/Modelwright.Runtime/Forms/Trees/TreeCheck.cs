using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>Says whether a tree can be walked safely, whoever made it.</summary>
internal static class TreeCheck
{
    internal static void Check(Tree tree, int inputs, int width)
    {
        var nodes = tree.NodeCount;
        ReadOnlySpan<int> lengths = [tree.Threshold.Length, tree.Left.Length, tree.Right.Length, tree.MissingLeft.Length, tree.CategoryStart.Length, tree.CategoryWords.Length];
        if (lengths.ContainsAnyExcept(nodes) || tree.Leaves.Length != (nodes + 1L) * width)
        {
            throw Unsound($"it has {nodes} nodes but arrays of {string.Join(", ", lengths.ToArray())} entries, and {tree.Leaves.Length} leaf values for {nodes + 1L} leaves of {width}");
        }

        if (tree.Covers.Length > 0 && (tree.Covers.Length != nodes + 1 || tree.Covers.AsSpan().ContainsAnyInRange(int.MinValue, 0)))
        {
            throw Unsound($"it has {tree.Covers.Length} counts of training rows for {nodes + 1L} leaves, or one below 1");
        }

        var isSeen = new bool[(2 * nodes) + 1];
        for (var node = 0; node < nodes; node++)
        {
            Split(tree, node, inputs);
            Child(tree.Left[node], node, nodes, isSeen);
            Child(tree.Right[node], node, nodes, isSeen);
        }

        for (var place = 0; place < tree.Leaves.Length; place++)
        {
            if (!double.IsFinite(tree.Leaves[place]))
            {
                throw Unsound($"leaf value {place} is {tree.Leaves[place]}");
            }
        }
    }

    private static void Split(Tree tree, int node, int inputs)
    {
        if (tree.Feature[node] < 0 || tree.Feature[node] >= inputs)
        {
            throw Unsound($"node {node} asks input {tree.Feature[node]} of {inputs}");
        }

        if (double.IsNaN(tree.Threshold[node]))
        {
            throw Unsound($"the threshold of node {node} is not a number");
        }

        var start = tree.CategoryStart[node];
        var words = tree.CategoryWords[node];
        var isNumber = start == -1 && words == 0;
        var isCategory = start >= 0 && words >= 0 && (long)start + words <= tree.CategoryBits.Length;
        if (!isNumber && !isCategory)
        {
            throw Unsound($"the set of node {node} is {words} words from {start} of {tree.CategoryBits.Length}");
        }
    }

    /// <summary>A child comes after its parent and has one parent only, so there is no cycle and no walk is longer than the tree.</summary>
    private static void Child(int child, int node, int nodes, bool[] isSeen)
    {
        var isNode = child > node && child < nodes;
        var isLeaf = child < 0 && ~child <= nodes;
        if (!isNode && !isLeaf)
        {
            throw Unsound($"node {node} leads to {child}, with nodes to {nodes - 1} and leaves to {nodes}");
        }

        ref var seen = ref isSeen[isNode ? child : nodes + ~child];
        if (seen)
        {
            throw Unsound($"two nodes lead to {child}");
        }

        seen = true;
    }

    private static ArtifactException Unsound(string what) =>
        new(FormattableString.Invariant($"A tree cannot be used: {what}. Make the model again, or fetch the file again from where it was made."));
}
