using Modelwright.Exporting.Onnx.Messages;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>The trees of one TreeEnsemble node, which adds their leaves in double precision. Not safe from several threads.</summary>
/// <param name="targets">Numbers it answers.</param>
/// <remarks>Source: ONNX, operator TreeEnsemble of ai.onnx.ml, version 5. Leaves and inner nodes are counted apart, all trees one after another.</remarks>
internal sealed class TreeAttributes(int targets)
{
    private readonly List<long> _roots = [];
    private readonly List<TreeLeaf> _leaves = [];
    private readonly List<TreeSplit> _splits = [];
    private readonly List<(long Node, bool IsLeaf)> _yes = [];
    private readonly List<(long Node, bool IsLeaf)> _no = [];

    /// <summary>Trees so far.</summary>
    internal int TreeCount => _roots.Count;

    /// <summary>Adds a tree.</summary>
    /// <param name="splits">Its inner nodes, one or more, the root first.</param>
    /// <param name="leaves">Its leaves.</param>
    internal void Add(IReadOnlyList<TreeSplit> splits, IReadOnlyList<TreeLeaf> leaves)
    {
        var first = _splits.Count;
        if (IsMistakenForLeaf(splits[0], first))
        {
            _leaves.Add(default);
        }

        var firstLeaf = _leaves.Count;
        _roots.Add(first);
        _leaves.AddRange(leaves);
        foreach (var split in splits)
        {
            _splits.Add(split);
            _yes.Add(Child(split.Yes, first, firstLeaf));
            _no.Add(Child(split.No, first, firstLeaf));
        }
    }

    /// <summary>Adds the node to a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">The inputs that the trees ask, side by side.</param>
    /// <returns>Rows x targets.</returns>
    internal string Write(OnnxGraph graph, string inputs) => graph.AddLearned(
        "TreeEnsemble",
        inputs,
        OnnxAttribute.Of("aggregate_function", 1),
        OnnxAttribute.Of("leaf_targetids", [.. _leaves.Select(leaf => (long)leaf.Target)]),
        OnnxAttribute.Of("leaf_weights", new OnnxTensor(_leaves.Select(leaf => leaf.Weight).ToArray(), _leaves.Count)),
        OnnxAttribute.Of("n_targets", targets),
        OnnxAttribute.Of("nodes_falseleafs", Flags(_no.Select(child => child.IsLeaf))),
        OnnxAttribute.Of("nodes_falsenodeids", [.. _no.Select(child => child.Node)]),
        OnnxAttribute.Of("nodes_featureids", [.. _splits.Select(split => (long)split.Input)]),
        OnnxAttribute.Of("nodes_missing_value_tracks_true", Flags(_splits.Select(split => split.IsMissingYes))),
        OnnxAttribute.Of("nodes_modes", new OnnxTensor(_splits.Select(split => split.Mode).ToArray(), _splits.Count)),
        OnnxAttribute.Of("nodes_splits", new OnnxTensor(_splits.Select(split => split.Threshold).ToArray(), _splits.Count)),
        OnnxAttribute.Of("nodes_trueleafs", Flags(_yes.Select(child => child.IsLeaf))),
        OnnxAttribute.Of("nodes_truenodeids", [.. _yes.Select(child => child.Node)]),
        OnnxAttribute.Of("post_transform", 0),
        OnnxAttribute.Of("tree_roots", [.. _roots]));

    private static long[] Flags(IEnumerable<bool> flags) => [.. flags.Select(flag => flag ? 1L : 0L)];

    private static (long Node, bool IsLeaf) Child(int child, int first, int firstLeaf) => child < 0 ? (firstLeaf + ~child, true) : (first + child, false);

    /// <summary>
    /// ONNX Runtime takes a root whose two children have one number for a leaf, which is how a tree of a single leaf is written; a leaf and an inner node may have one by
    /// chance. A leaf that nobody comes to moves the numbers of the leaves.
    /// </summary>
    private bool IsMistakenForLeaf(TreeSplit root, int first) => Child(root.Yes, first, _leaves.Count).Node == Child(root.No, first, _leaves.Count).Node;
}
