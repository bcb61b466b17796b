using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Trees.Codes;

// Hot kernel; measured by Modelwright.Quality (scoring) and Modelwright.Benchmarks (TreeScoring).

/// <summary>
/// Trees of at most 32 leaves and one value a leaf, laid out for single rows on processors that permute 64 bytes at once. The codes of a row stand in
/// one or two vectors: a permute fetches what the nodes of two trees ask, one compare answers them all, and of each tree the leaf is taken whose
/// path agrees with the answers. No node waits for another, and no branch depends on the row.
/// </summary>
/// <remarks>
/// What the sets of categories say is worked out beforehand: for each level the answers of all nodes that ask its input. In the line of Lucchese and
/// others 2015, <i>QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees</i>.
/// </remarks>
internal sealed class CodedPaths : RowLayout
{
    /// <summary>Leaves of the largest tree: bits of the answers of its nodes, and one more.</summary>
    internal const int MostLeaves = 32;

    /// <summary>Trees whose answers fit on the stack.</summary>
    private const int MostTrees = 4096;

    /// <summary>Codes in one vector; there are at most two.</summary>
    private const int VectorBytes = 64;

    /// <summary>Nodes of the largest tree, and one more.</summary>
    private const int NodesOfTree = MostLeaves;

    private readonly int _trees;
    private readonly int _pairs;
    private readonly int _never;
    private readonly RowCodes<byte> _codes;
    private readonly byte[] _nodes;
    private readonly uint[] _paths;
    private readonly double[] _leaves;
    private readonly LevelAnswers[] _levels;

    private CodedPaths(Tree[] trees, RowCodes<byte> codes, LevelAnswers[] levels)
    {
        (_trees, _pairs, _never) = (trees.Length, (trees.Length + 1) / 2, codes.Slots);
        (_codes, _levels) = (codes, levels);
        _nodes = new byte[_pairs * VectorBytes * 2];
        _paths = new uint[trees.Length * MostLeaves * 2];
        _leaves = new double[trees.Length * MostLeaves];
        for (var tree = 0; tree < trees.Length; tree++)
        {
            LayNodes(tree, trees[tree]);
            LayPaths(trees[tree], _paths.AsSpan(tree * MostLeaves * 2, MostLeaves * 2));
            trees[tree].Leaves.CopyTo(_leaves, tree * MostLeaves);
        }
    }

    /// <summary>Lays trees out.</summary>
    /// <param name="trees">Sound trees.</param>
    /// <param name="inputs">What they ask.</param>
    /// <param name="width">Values a leaf.</param>
    /// <returns>The layout; null where the processor lacks the permute, a tree has too many leaves, leaves have several values, or what is asked is too much for two vectors.</returns>
    internal static CodedPaths? Of(Tree[] trees, IReadOnlyList<FormInput> inputs, int width)
    {
        if (!Avx512Vbmi.IsSupported || width != 1 || trees.Length is 0 or > MostTrees || Array.Exists(trees, tree => tree.LeafCount > MostLeaves))
        {
            return null;
        }

        return RowCodes<byte>.Of(trees, inputs) is { Slots: < VectorBytes * 2 } codes && LevelAnswers.Of(trees) is { } levels
            ? new(trees, codes, levels)
            : null;
    }

    /// <inheritdoc/>
    internal override void AddRow(ReadOnlySpan<double> row, Span<double> scores)
    {
        Span<byte> codes = stackalloc byte[VectorBytes * 2];
        codes[_never] = byte.MaxValue;
        _codes.WriteNumbers(row, codes);
        Span<ulong> left = stackalloc ulong[_pairs];
        left.Clear();
        foreach (var levels in _levels)
        {
            levels.AddTo(left, row[levels.Input]);
        }

        ref var first = ref MemoryMarshal.GetReference(codes);
        var (low, high) = (Vector512.LoadUnsafe(ref first), Vector512.LoadUnsafe(ref first, VectorBytes));
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        var outputs = new Turn(scores);
        for (var pair = 0; pair < _pairs; pair++)
        {
            var at = (nuint)(pair * VectorBytes * 2);
            var places = Vector512.LoadUnsafe(ref nodes, at);
            var asked = _never < VectorBytes ? Avx512Vbmi.PermuteVar64x8(low, places) : Avx512Vbmi.PermuteVar64x8x2(low, places, high);
            var answers = left[pair] | Vector512.LessThanOrEqual(asked, Vector512.LoadUnsafe(ref nodes, at + VectorBytes)).ExtractMostSignificantBits();
            outputs.Add(LeafOf(pair * 2, (uint)answers));
            if ((pair * 2) + 1 < _trees)
            {
                outputs.Add(LeafOf((pair * 2) + 1, (uint)(answers >> NodesOfTree)));
            }
        }
    }

    /// <summary>The value of the one leaf all of whose nodes answered as its path says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double LeafOf(int tree, uint answers)
    {
        ref var path = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_paths), tree * MostLeaves * 2);
        var given = Vector512.Create(answers);
        var half = (nuint)Vector512<uint>.Count;
        var first = Vector512.Equals(given & Vector512.LoadUnsafe(ref path), Vector512.LoadUnsafe(ref path, MostLeaves)).ExtractMostSignificantBits();
        var second = Vector512.Equals(given & Vector512.LoadUnsafe(ref path, half), Vector512.LoadUnsafe(ref path, MostLeaves + half)).ExtractMostSignificantBits();
        var leaf = BitOperations.TrailingZeroCount((uint)first | ((uint)second << Vector512<uint>.Count));
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_leaves), (tree * MostLeaves) + leaf);
    }

    // What a node does not ask is never at most its bound, so that the sets of categories alone answer there.
    private void LayNodes(int place, Tree tree)
    {
        var nodes = _nodes.AsSpan(place / 2 * VectorBytes * 2, VectorBytes * 2);
        for (var node = 0; node < NodesOfTree; node++)
        {
            var at = (place % 2 * NodesOfTree) + node;
            var isNumber = node < tree.NodeCount && tree.CategoryStart[node] < 0;
            nodes[at] = (byte)(isNumber ? _codes.SlotOf(tree.Feature[node], tree.MissingLeft[node]) : _never);
            nodes[VectorBytes + at] = isNumber ? _codes.LargestLeft(tree.Feature[node], tree.Threshold[node]) : (byte)0;
        }
    }

    // The nodes of each path, and which of them sent the row to the left. What is no leaf asks no node and wants an answer, so it is never found.
    private static void LayPaths(Tree tree, Span<uint> paths)
    {
        var asked = paths[..MostLeaves];
        var left = paths[MostLeaves..];
        left[tree.LeafCount..].Fill(1);
        var ways = new (uint Asked, uint Left)[tree.NodeCount];
        for (var node = 0; node < tree.NodeCount; node++)
        {
            var (before, lefts) = ways[node];
            var here = before | (1u << node);
            foreach (var (child, way) in ((int, uint)[])[(tree.Left[node], lefts | (1u << node)), (tree.Right[node], lefts)])
            {
                if (child >= 0)
                {
                    ways[child] = (here, way);
                }
                else
                {
                    (asked[~child], left[~child]) = (here, way);
                }
            }
        }
    }

    /// <summary>Adds to one output after the other.</summary>
    private ref struct Turn(Span<double> scores)
    {
        private readonly Span<double> _scores = scores;
        private int _output;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Add(double value)
        {
            _scores[_output] += value;
            _output = _output + 1 == _scores.Length ? 0 : _output + 1;
        }
    }
}
