using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Isolation;

/// <summary>Says whether a forest can be walked safely, whoever made it.</summary>
internal static class IsolationCheck
{
    private const int MostSample = 1 << 24;

    internal static void Check(string form, IsolationForest forest)
    {
        var nodes = forest.Lower.Length;
        Shape(form, forest);
        Numbers(form, forest);
        for (var tree = 0; tree < forest.Roots.Length; tree++)
        {
            var (root, end) = (forest.Roots[tree], tree + 1 < forest.Roots.Length ? forest.Roots[tree + 1] : nodes);
            if ((tree == 0 && root != 0) || root >= end || end > nodes)
            {
                throw Unsound(form, $"tree {tree} has the nodes from {root} to {end - 1L} of {nodes}");
            }

            Tree(form, forest, root, end);
        }
    }

    private static void Shape(string form, IsolationForest forest)
    {
        var nodes = forest.Lower.Length;
        if (forest.Roots.Length == 0 || forest.CutWidth < 1 || forest.SampleSize is < 1 or > MostSample)
        {
            throw Unsound(form, $"it has {forest.Roots.Length} trees with cuts of {forest.CutWidth} columns, grown on {forest.SampleSize} rows each");
        }

        var isWide = forest.CutWidth > 1;
        var (weights, centers) = isWide ? (forest.Columns.Length, forest.Inputs.Count) : (0, 0);
        if (forest.Thresholds.Length != nodes || forest.Counts.Length != nodes || forest.Columns.Length != (long)nodes * forest.CutWidth
            || forest.Weights.Length != weights || forest.Centers.Length != centers)
        {
            throw Unsound(form, $"its {nodes} nodes have {forest.Thresholds.Length} thresholds, {forest.Counts.Length} counts, {forest.Columns.Length} columns and {forest.Weights.Length} weights, and its {forest.Inputs.Count} inputs {forest.Centers.Length} centres");
        }
    }

    private static void Numbers(string form, IsolationForest forest)
    {
        if (!SoundArrays.AreFinite(forest.Thresholds) || !SoundArrays.AreFinite(forest.Weights) || !SoundArrays.AreFinite(forest.Centers))
        {
            throw Unsound(form, "a threshold, weight or centre is not finite");
        }

        var outside = Array.FindIndex(forest.Columns, column => column < 0 || column >= forest.Inputs.Count);
        if (outside >= 0)
        {
            throw Unsound(form, $"node {outside / forest.CutWidth} asks input {forest.Columns[outside]} of {forest.Inputs.Count}");
        }
    }

    /// <summary>Every node but the root is the child of one node before it, so that no walk is longer than the tree.</summary>
    private static void Tree(string form, IsolationForest forest, int root, int end)
    {
        var isChild = new bool[end - root];
        var rows = 0L;
        for (var node = root; node < end; node++)
        {
            if (node > root && !isChild[node - root])
            {
                throw Unsound(form, $"no node before node {node} leads to it");
            }

            var lower = forest.Lower[node];
            rows += Rows(form, forest, node);
            if (lower == 0)
            {
                continue;
            }

            if (lower <= node || lower >= end - 1 || isChild[lower - root] || isChild[lower + 1 - root])
            {
                throw Unsound(form, $"node {node} leads to {lower}, which is no pair of nodes of its own up to {end - 1}");
            }

            (isChild[lower - root], isChild[lower + 1 - root]) = (true, true);
        }

        if (rows is < 1 or > MostSample)
        {
            throw Unsound(form, $"the leaves of a tree hold {rows} rows");
        }
    }

    private static int Rows(string form, IsolationForest forest, int node)
    {
        var rows = forest.Counts[node];
        return rows is >= 0 and <= MostSample && (rows == 0 || forest.Lower[node] == 0)
            ? rows
            : throw Unsound(form, $"node {node} holds {rows} rows");
    }

    private static ArtifactException Unsound(string form, string what) =>
        new(FormattableString.Invariant($"The trees of form '{form}' cannot be used: {what}. Make the model again, or fetch the file again from where it was made."));
}
