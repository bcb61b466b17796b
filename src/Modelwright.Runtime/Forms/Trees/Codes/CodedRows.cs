using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Modelwright.Runtime.Forms.Trees.Codes;

// Hot kernel; measured by Modelwright.Benchmarks.TreeScoring.

/// <summary>Many rows through trees over codes of one kind.</summary>
/// <typeparam name="T">The kind of code: a byte, or two.</typeparam>
internal sealed class CodedRows<T> : ManyRows
    where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>, IMinMaxValue<T>
{
    private readonly Ensemble _ensemble;
    private readonly RowCodes<T> _codes;
    private readonly CodedTree<T>?[] _trees;
    private readonly PackedTrees? _packed;
    private readonly int _masks;

    /// <summary>Lays trees out.</summary>
    /// <param name="ensemble">The trees.</param>
    /// <param name="codes">What those of few leaves ask.</param>
    /// <param name="mostLeaves">Leaves that are few.</param>
    internal CodedRows(Ensemble ensemble, RowCodes<T> codes, int mostLeaves)
    {
        (_ensemble, _codes) = (ensemble, codes);
        _trees = Array.ConvertAll(ensemble.Trees, tree => tree.LeafCount <= mostLeaves ? new CodedTree<T>(tree, codes) : null);
        _packed = Array.TrueForAll(_trees, tree => tree is not null) ? null : ensemble.Packed.Value;
        _masks = _trees.Max(tree => tree?.Masks) ?? 0;
    }

    /// <inheritdoc/>
    internal override void Add(ReadOnlySpan<double> values, Span<double> scores, int outputs)
    {
        var block = RowCodes<T>.BlockRows;
        var codes = ArrayPool<T>.Shared.Rent(block * (_codes.Slots + _masks + 1));
        var rows = scores.Length / outputs;
        for (var start = 0; start < rows; start += block)
        {
            var count = Math.Min(block, rows - start);
            AddBlock(values.Slice(start * _ensemble.Inputs, count * _ensemble.Inputs), codes, scores.Slice(start * outputs, count * outputs), outputs);
        }

        ArrayPool<T>.Shared.Return(codes);
    }

    private void AddBlock(ReadOnlySpan<double> values, Span<T> room, Span<double> scores, int outputs)
    {
        var block = RowCodes<T>.BlockRows;
        var rows = scores.Length / outputs;
        var codes = room[..(block * _codes.Slots)];
        var masks = room.Slice(block * _codes.Slots, block * _masks);
        var leaves = room.Slice(block * (_codes.Slots + _masks), block);
        _codes.Write(values, _ensemble.Inputs, rows, codes);
        for (var place = 0; place < _trees.Length; place++)
        {
            var to = _ensemble.Width == 1 ? scores[(place % outputs)..] : scores;
            if (_trees[place] is { } tree)
            {
                tree.Find(codes, masks, leaves, rows);
                AddFound(leaves[..rows], _ensemble.Trees[place].Leaves, to, outputs);
            }
            else if (_packed is not null)
            {
                _packed.AddRows(place, values, to, outputs);
            }
            else
            {
                AddWalked(_ensemble.Trees[place], values, to, outputs);
            }
        }
    }

    private void AddFound(ReadOnlySpan<T> found, double[] leaves, Span<double> scores, int stride)
    {
        if (_ensemble.Width > 1)
        {
            for (var row = 0; row < found.Length; row++)
            {
                AddLeaf(leaves, int.CreateTruncating(found[row]), scores.Slice(row * stride, _ensemble.Width));
            }

            return;
        }

        // A number that a mask let through is that of a leaf, so it is not checked again for each row.
        ref var leaf = ref MemoryMarshal.GetArrayDataReference(leaves);
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (int row = 0, at = 0; row < found.Length; row++, at += stride)
        {
            Unsafe.Add(ref score, at) += Unsafe.Add(ref leaf, int.CreateTruncating(found[row]));
        }
    }

    private void AddWalked(Tree tree, ReadOnlySpan<double> values, Span<double> scores, int stride)
    {
        var rows = values.Length / _ensemble.Inputs;
        for (var row = 0; row < rows; row++)
        {
            AddLeaf(tree.Leaves, tree.LeafOf(values.Slice(row * _ensemble.Inputs, _ensemble.Inputs)), scores.Slice(row * stride, _ensemble.Width));
        }
    }

    private static void AddLeaf(double[] leaves, int leaf, Span<double> scores)
    {
        var values = leaves.AsSpan(leaf * scores.Length, scores.Length);
        for (var output = 0; output < scores.Length; output++)
        {
            scores[output] += values[output];
        }
    }
}
