using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Modelwright.Runtime.Forms.Trees;

// Hot kernel; measured by Modelwright.Benchmarks.TreeScoring.

/// <summary>
/// Trees of at most 64 leaves and one value a leaf, laid out for single rows. A node that sends the row to the right rules out the leaves to its
/// left, and the leftmost leaf that is left is the row's. The nodes of all trees that ask one number stand in the order of their thresholds, so those
/// that rule something out are the first of them: no node is walked to, and none that says "left" is touched.
/// </summary>
/// <remarks>
/// Answers the leaves of <see cref="Tree.LeafOf"/>, and adds them in the order of the trees. Immutable; safe from any thread. Source: Lucchese and
/// others 2015, <i>QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees</i>.
/// </remarks>
internal sealed class LeafBits : RowLayout
{
    /// <summary>Leaves of the largest tree: bits of a word.</summary>
    private const int MostLeaves = 64;

    /// <summary>Trees whose words fit on the stack.</summary>
    private const int MostTrees = 4096;

    private readonly Tree[] _trees;
    private readonly NumberGroup[] _groups;
    private readonly double[] _thresholds;
    private readonly Rule[] _rules;
    private readonly (int Input, int Tree, int Node, ulong Kept)[] _categories;
    private readonly int[] _starts;
    private readonly double[] _leaves;

    private LeafBits(Tree[] trees)
    {
        _trees = trees;
        LeafOrder[] orders = [.. trees.Select(tree => new LeafOrder(tree))];
        _starts = new int[trees.Length];
        var leaves = new List<double>();
        for (var tree = 0; tree < trees.Length; tree++)
        {
            _starts[tree] = leaves.Count;
            leaves.AddRange(orders[tree].Leaves.Select(leaf => trees[tree].Leaves[leaf]));
        }

        var nodes = trees.SelectMany((tree, place) => Enumerable.Range(0, tree.NodeCount).Select(node => (Tree: place, Node: node))).ToLookup(entry => trees[entry.Tree].CategoryStart[entry.Node] >= 0);
        _leaves = [.. leaves];
        _categories = [.. nodes[true].Select(entry => (trees[entry.Tree].Feature[entry.Node], entry.Tree, entry.Node, ~orders[entry.Tree].LeftLeaves[entry.Node]))];
        var (groups, thresholds, rules) = (new List<NumberGroup>(), new List<double>(), new List<Rule>());
        foreach (var group in nodes[false].GroupBy(entry => (Input: trees[entry.Tree].Feature[entry.Node], MissingLeft: trees[entry.Tree].MissingLeft[entry.Node])).OrderBy(group => group.Key))
        {
            groups.Add(new(group.Key.Input, group.Key.MissingLeft, rules.Count, group.Count()));
            foreach (var (tree, node) in group.OrderBy(entry => trees[entry.Tree].Threshold[entry.Node]))
            {
                thresholds.Add(trees[tree].Threshold[node]);
                rules.Add(new(~orders[tree].LeftLeaves[node], tree));
            }
        }

        (_groups, _thresholds, _rules) = ([.. groups], [.. thresholds], [.. rules]);
    }

    /// <summary>Lays trees out.</summary>
    /// <param name="trees">Sound trees.</param>
    /// <param name="width">Values a leaf.</param>
    /// <returns>The layout; null where a tree has too many leaves, or leaves have several values.</returns>
    internal static LeafBits? Of(Tree[] trees, int width) =>
        width == 1 && trees.Length <= MostTrees && Array.TrueForAll(trees, tree => tree.LeafCount <= MostLeaves) ? new(trees) : null;

    /// <inheritdoc/>
    internal override void AddRow(ReadOnlySpan<double> row, Span<double> scores)
    {
        Span<ulong> left = stackalloc ulong[_trees.Length];
        left.Fill(ulong.MaxValue);
        ref var words = ref MemoryMarshal.GetReference(left);
        ref var rules = ref MemoryMarshal.GetArrayDataReference(_rules);
        foreach (ref readonly var group in _groups.AsSpan())
        {
            var end = group.Start + RuledOut(group, row[group.Input]);
            for (var place = group.Start; place < end; place++)
            {
                ref var rule = ref Unsafe.Add(ref rules, place);
                Unsafe.Add(ref words, rule.Tree) &= rule.Kept;
            }
        }

        foreach (ref readonly var split in _categories.AsSpan())
        {
            left[split.Tree] &= _trees[split.Tree].Holds(split.Node, (int)row[split.Input]) ? ulong.MaxValue : split.Kept;
        }

        Add(left, scores);
    }

    private void Add(ReadOnlySpan<ulong> left, Span<double> scores)
    {
        for (int tree = 0, output = 0; tree < left.Length; tree++)
        {
            scores[output] += _leaves[_starts[tree] + BitOperations.TrailingZeroCount(left[tree])];
            output = output + 1 == scores.Length ? 0 : output + 1;
        }
    }

    /// <summary>How many nodes of a group send a value to the right: those whose thresholds lie below it.</summary>
    private int RuledOut(in NumberGroup group, double value)
    {
        if (double.IsNaN(value))
        {
            return group.MissingLeft ? 0 : group.Count;
        }

        var thresholds = _thresholds.AsSpan(group.Start, group.Count);
        var (from, length) = (0, thresholds.Length);
        while (length > 0)
        {
            var half = length / 2;
            var isBelow = thresholds[from + half] < value;
            from = isBelow ? from + half + 1 : from;
            length = isBelow ? length - half - 1 : half;
        }

        return from;
    }

    private readonly record struct NumberGroup(int Input, bool MissingLeft, int Start, int Count);

    private readonly record struct Rule(ulong Kept, int Tree);
}
