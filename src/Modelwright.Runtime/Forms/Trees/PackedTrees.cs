using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Modelwright.Runtime.Forms.Trees;

// Hot kernels; measured by Modelwright.Benchmarks.TreeWalking.

/// <summary>
/// Trees laid out for walks side by side: many trees for one row, or many rows through one tree. A walk alone waits for one node
/// after the other; the steps of different walks do not wait for each other, so the processor takes many at once.
/// </summary>
/// <remarks>Answers the leaves of <see cref="Tree.LeafOf"/>, and adds them in the order of the trees. Immutable; safe from any thread.</remarks>
internal sealed class PackedTrees : RowLayout
{
    /// <summary>Walks side by side.</summary>
    private const int Walks = 64;

    private readonly Tree[] _trees;
    private readonly PackedNode[] _nodes;
    private readonly int[] _roots;
    private readonly bool _hasSets;
    private readonly int _inputs;
    private readonly int _width;

    private PackedTrees(Tree[] trees, PackedNode[] nodes, int[] roots, int inputs, int width)
    {
        (_trees, _nodes, _roots, _inputs, _width) = (trees, nodes, roots, inputs, width);
        _hasSets = Array.Exists(trees, tree => tree.CategoryBits.Length > 0 || tree.CategoryStart.AsSpan().ContainsAnyExcept(-1));
    }

    /// <summary>Lays trees out.</summary>
    /// <param name="trees">Sound trees.</param>
    /// <param name="inputs">Values a row.</param>
    /// <param name="width">Values a leaf.</param>
    /// <returns>The layout; null where the trees ask nothing, or hold more than it can count.</returns>
    internal static PackedTrees? Of(Tree[] trees, int inputs, int width)
    {
        if (inputs is 0 or > PackedNode.MostInputs)
        {
            return null;
        }

        var roots = new int[trees.Length];
        return TreePacking.Of(trees, roots) is { } nodes ? new(trees, nodes, roots, inputs, width) : null;
    }

    /// <inheritdoc/>
    internal override void AddRow(ReadOnlySpan<double> row, Span<double> scores)
    {
        Span<int> ends = stackalloc int[Walks];
        var walk = new Walk(stackalloc int[Walks], stackalloc int[Walks]);
        for (var first = 0; first < _roots.Length; first += Walks)
        {
            var some = ends[..Math.Min(Walks, _roots.Length - first)];
            WalkTrees(first, row, some, walk);
            for (var place = 0; place < some.Length; place++)
            {
                AddLeaf(first + place, some[place], _width == 1 ? scores.Slice((first + place) % scores.Length, 1) : scores);
            }
        }
    }

    /// <summary>Adds what one tree says of many rows.</summary>
    /// <param name="tree">Position of the tree.</param>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="scores">Of the first row the first output that the tree adds to; the other rows follow.</param>
    /// <param name="outputs">Scores a row.</param>
    internal void AddRows(int tree, ReadOnlySpan<double> values, Span<double> scores, int outputs)
    {
        Span<int> ends = stackalloc int[Walks];
        var walk = new Walk(stackalloc int[Walks], stackalloc int[Walks]);
        var rows = values.Length / _inputs;
        for (var first = 0; first < rows; first += Walks)
        {
            var some = ends[..Math.Min(Walks, rows - first)];
            var block = values.Slice(first * _inputs, some.Length * _inputs);
            WalkRows(tree, block, some, walk);
            for (var row = 0; row < some.Length; row++)
            {
                AddLeaf(tree, some[row], scores.Slice((first + row) * outputs, _width));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddLeaf(int tree, int end, Span<double> scores)
    {
        if (_width == 1)
        {
            scores[0] += _nodes[end].Value;
            return;
        }

        var leaf = _trees[tree].Leaves.AsSpan(_nodes[end].Leaf * _width, _width);
        for (var output = 0; output < leaf.Length; output++)
        {
            scores[output] += leaf[output];
        }
    }

    // Every pass moves each walk that is still at a node by one; those that came to a leaf drop out. What is used as a place was
    // checked when the ensemble was (EnsembleCheck), so it is not checked again at each step.
    private void WalkTrees(int first, ReadOnlySpan<double> row, Span<int> ends, in Walk walk)
    {
        _roots.AsSpan(first, ends.Length).CopyTo(walk.Places);
        walk.Start();
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref var values = ref MemoryMarshal.GetReference(row);
        ref var walkers = ref MemoryMarshal.GetReference(walk.Walkers);
        ref var places = ref MemoryMarshal.GetReference(walk.Places);
        ref var found = ref MemoryMarshal.GetReference(ends);
        var hasSets = _hasSets;
        for (var left = ends.Length; left > 0;)
        {
            var kept = 0;
            for (var place = 0; place < left; place++)
            {
                var (walker, at) = (Unsafe.Add(ref walkers, place), Unsafe.Add(ref places, place));
                ref var node = ref Unsafe.Add(ref nodes, at);
                var value = Unsafe.Add(ref values, node.Input);
                var right = node.IsRight(value);
                if (hasSets)
                {
                    right |= node.IsOutside(value, _trees[first + walker].CategoryBits);
                }

                Unsafe.Add(ref found, walker) = at;
                Unsafe.Add(ref walkers, kept) = walker;
                Unsafe.Add(ref places, kept) = node.Next + right;
                kept += node.IsInner;
            }

            left = kept;
        }
    }

    private void WalkRows(int tree, ReadOnlySpan<double> rows, Span<int> ends, in Walk walk)
    {
        walk.Places.Fill(_roots[tree]);
        walk.Start();
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref var values = ref MemoryMarshal.GetReference(rows);
        ref var walkers = ref MemoryMarshal.GetReference(walk.Walkers);
        ref var places = ref MemoryMarshal.GetReference(walk.Places);
        ref var found = ref MemoryMarshal.GetReference(ends);
        var (hasSets, bits, inputs) = (_hasSets, _trees[tree].CategoryBits, _inputs);
        for (var left = ends.Length; left > 0;)
        {
            var kept = 0;
            for (var place = 0; place < left; place++)
            {
                var (walker, at) = (Unsafe.Add(ref walkers, place), Unsafe.Add(ref places, place));
                ref var node = ref Unsafe.Add(ref nodes, at);
                var value = Unsafe.Add(ref values, (walker * inputs) + node.Input);
                var right = node.IsRight(value);
                if (hasSets)
                {
                    right |= node.IsOutside(value, bits);
                }

                Unsafe.Add(ref found, walker) = at;
                Unsafe.Add(ref walkers, kept) = walker;
                Unsafe.Add(ref places, kept) = node.Next + right;
                kept += node.IsInner;
            }

            left = kept;
        }
    }

    /// <summary>Room for walks: which of them are still on their way, and where each of these is.</summary>
    private readonly ref struct Walk(Span<int> walkers, Span<int> places)
    {
        internal Span<int> Walkers { get; } = walkers;

        internal Span<int> Places { get; } = places;

        internal void Start()
        {
            for (var walker = 0; walker < Walkers.Length; walker++)
            {
                Walkers[walker] = walker;
            }
        }
    }
}
