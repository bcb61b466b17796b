using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Modelwright.Runtime.Forms.Trees.Codes;

// Hot kernel; measured by Modelwright.Quality (scoring) and Modelwright.Benchmarks (TreeScoring).

/// <summary>Many rows through trees over codes of one kind.</summary>
/// <typeparam name="T">The kind of code: a byte, or two.</typeparam>
internal sealed class CodedRows<T> : ManyRows
    where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>, IMinMaxValue<T>
{
    private const int ValuesAtOnce = 2048;
    private const int FewestRowsAtOnce = 16;

    private readonly Ensemble _ensemble;
    private readonly RowCodes<T> _codes;
    private readonly CodedTree<T>?[] _trees;

    /// <summary>For each tree its leaves; none where some cannot be added by vectors.</summary>
    private readonly double[][] _wideLeaves;

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
        double[]?[] wide = typeof(T) == typeof(byte) && WideLeaves.IsSupported && Array.TrueForAll(_trees, tree => tree is not null) ? Array.ConvertAll(ensemble.Trees, WideLeaves.Of) : [];
        _wideLeaves = [.. Array.TrueForAll(wide, leaves => leaves is not null) ? wide.OfType<double[]>() : []];
        _masks = _trees.Max(tree => tree?.Masks) ?? 0;
    }

    /// <inheritdoc/>
    internal override void Add(ReadOnlySpan<double> values, Span<double> scores, int outputs)
    {
        var block = RowCodes<T>.BlockRows;
        var codes = ArrayPool<T>.Shared.Rent(block * (_codes.Slots + _masks + 1));
        var rows = scores.Length / outputs;
        if (_wideLeaves.Length > 0)
        {
            AddWide(values, codes, scores, outputs);
            ArrayPool<T>.Shared.Return(codes);
            return;
        }

        for (var start = 0; start < rows; start += block)
        {
            var count = Math.Min(block, rows - start);
            AddBlock(values.Slice(start * _ensemble.Inputs, count * _ensemble.Inputs), codes, scores.Slice(start * outputs, count * outputs), outputs);
        }

        ArrayPool<T>.Shared.Return(codes);
    }

    // The sums of an output stand side by side while trees are added, so that vectors of them can be.
    private void AddWide(ReadOnlySpan<double> values, Span<T> room, Span<double> scores, int outputs)
    {
        var (block, inputs) = (RowCodes<T>.BlockRows, _ensemble.Inputs);
        var codes = room[..(block * _codes.Slots)];
        var masks = room.Slice(block * _codes.Slots, block * _masks);
        var leaves = room.Slice(block * (_codes.Slots + _masks), block);
        var sums = ArrayPool<double>.Shared.Rent(block * outputs);
        for (int start = 0, all = scores.Length / outputs; start < all; start += block)
        {
            var rows = Math.Min(block, all - start);
            var own = scores.Slice(start * outputs, rows * outputs);
            WriteCodes(values.Slice(start * inputs, rows * inputs), rows, codes);
            for (var place = 0; place < own.Length; place++)
            {
                sums[(place % outputs * block) + (place / outputs)] = own[place];
            }

            for (var place = 0; place < _trees.Length; place++)
            {
                _trees[place]!.Find(codes, masks, leaves, rows);
                WideLeaves.Add(MemoryMarshal.AsBytes(leaves)[..rows], _wideLeaves[place], sums.AsSpan(place % outputs * block, block));
            }

            for (var place = 0; place < own.Length; place++)
            {
                own[place] = sums[(place % outputs * block) + (place / outputs)];
            }
        }

        ArrayPool<double>.Shared.Return(sums);
    }

    private void AddBlock(ReadOnlySpan<double> values, Span<T> room, Span<double> scores, int outputs)
    {
        var block = RowCodes<T>.BlockRows;
        var rows = scores.Length / outputs;
        var codes = room[..(block * _codes.Slots)];
        var masks = room.Slice(block * _codes.Slots, block * _masks);
        var leaves = room.Slice(block * (_codes.Slots + _masks), block);
        WriteCodes(values, rows, codes);
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

    // Values stand row by row and codes column by column: so few rows at a time that their values stay in the nearest memory until the last column.
    private void WriteCodes(ReadOnlySpan<double> values, int rows, Span<T> codes)
    {
        var inputs = _ensemble.Inputs;
        var some = Math.Max(FewestRowsAtOnce, ValuesAtOnce / Math.Max(1, inputs));
        for (var start = 0; start < rows && _codes.Slots > 0; start += some)
        {
            var count = Math.Min(some, rows - start);
            _codes.Write(values.Slice(start * inputs, count * inputs), inputs, count, codes[start..]);
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
