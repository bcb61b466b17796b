using System.Buffers;
using System.Runtime.CompilerServices;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>
/// Adds up trees for many rows: block by block, tree after tree, so that a row's sum has the same bits as alone. Trees of few
/// leaves are asked by <see cref="LeafMasks"/>, others walk side by side (<see cref="PackedTrees"/>).
/// </summary>
/// <remarks>Immutable; safe from any thread.</remarks>
internal sealed class ManyRows
{
    /// <summary>Rows from which the layout is worth its making: more than the check rows of a package, which are answered whenever it is opened.</summary>
    internal const int FewestRows = 64;

    private const int BlockRows = 128;

    private readonly Tree[] _trees;
    private readonly LeafMasks?[] _masks;
    private readonly double[]?[] _leaves;
    private readonly int[] _used;
    private readonly bool[] _isCategory;
    private readonly PackedTrees? _packed;
    private readonly int _inputs;
    private readonly int _width;

    /// <summary>Lays the trees out.</summary>
    /// <param name="trees">Sound trees.</param>
    /// <param name="inputs">What they ask.</param>
    /// <param name="width">Values a leaf.</param>
    /// <param name="packed">The same trees laid out for walks; asked only where there are trees of many leaves.</param>
    internal ManyRows(Tree[] trees, IReadOnlyList<FormInput> inputs, int width, Lazy<PackedTrees?> packed)
    {
        _trees = trees;
        _inputs = inputs.Count;
        _width = width;
        _used = [.. trees.Where(LeafMasks.Suits).SelectMany(tree => tree.Feature).Distinct().Order()];
        _isCategory = [.. _used.Select(input => inputs[input].Type == ColumnType.Category)];
        var slots = new int[inputs.Count];
        for (var slot = 0; slot < _used.Length; slot++)
        {
            slots[_used[slot]] = slot;
        }

        _masks = [.. trees.Select(tree => LeafMasks.Suits(tree) ? new LeafMasks(tree, slots) : null)];
        _packed = Array.TrueForAll(_masks, masks => masks is not null) ? null : packed.Value;
        _leaves = [.. trees.Select((tree, place) => _masks[place] is { } masks ? InOrder(tree, masks.Order, width) : null)];
    }

    /// <summary>Adds what every tree says of every row; tree t adds to output t % outputs where a leaf holds one value.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="scores">Rows x outputs.</param>
    /// <param name="outputs">Scores a row.</param>
    internal void Add(ReadOnlySpan<double> values, Span<double> scores, int outputs)
    {
        var columns = ArrayPool<double>.Shared.Rent(BlockRows * Math.Max(1, _used.Length));
        var rows = scores.Length / outputs;
        for (var start = 0; start < rows; start += BlockRows)
        {
            var count = Math.Min(BlockRows, rows - start);
            var block = values.Slice(start * _inputs, count * _inputs);
            AddBlock(block, columns, scores.Slice(start * outputs, count * outputs), outputs);
        }

        ArrayPool<double>.Shared.Return(columns);
    }

    private void AddBlock(ReadOnlySpan<double> values, double[] columns, Span<double> scores, int outputs)
    {
        Span<byte> found = stackalloc byte[BlockRows];
        var rows = scores.Length / outputs;
        found = found[..((rows + LeafMasks.Lanes - 1) / LeafMasks.Lanes * LeafMasks.Lanes)];
        var block = columns.AsSpan(0, found.Length * _used.Length);
        Turn(values, block, rows, found.Length);
        for (var tree = 0; tree < _trees.Length; tree++)
        {
            var to = _width == 1 ? scores[(tree % outputs)..] : scores;
            if (_masks[tree] is { } masks)
            {
                masks.Find(block, found);
                AddFound(found[..rows], _leaves[tree]!, to, outputs);
            }
            else if (_packed is not null)
            {
                _packed.AddRows(tree, values, to, outputs);
            }
            else
            {
                AddWalked(_trees[tree], values, to, outputs);
            }
        }
    }

    // From row by row to column by column.
    private void Turn(ReadOnlySpan<double> values, Span<double> columns, int rows, int height)
    {
        for (var slot = 0; slot < _used.Length; slot++)
        {
            var column = columns.Slice(slot * height, rows);
            var from = _used[slot];
            if (_isCategory[slot])
            {
                for (var row = 0; row < column.Length; row++)
                {
                    column[row] = BitConverter.Int64BitsToDouble((long)values[(row * _inputs) + from]);
                }
            }
            else
            {
                for (var row = 0; row < column.Length; row++)
                {
                    column[row] = values[(row * _inputs) + from];
                }
            }
        }
    }

    private void AddFound(ReadOnlySpan<byte> found, double[] leaves, Span<double> scores, int stride)
    {
        for (var row = 0; row < found.Length; row++)
        {
            AddLeaf(leaves, found[row], scores, row * stride, _width);
        }
    }

    private void AddWalked(Tree tree, ReadOnlySpan<double> values, Span<double> scores, int stride)
    {
        var rows = values.Length / _inputs;
        for (var row = 0; row < rows; row++)
        {
            AddLeaf(tree.Leaves, tree.LeafOf(values.Slice(row * _inputs, _inputs)), scores, row * stride, _width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddLeaf(double[] leaves, int leaf, Span<double> scores, int at, int width)
    {
        for (var output = 0; output < width; output++)
        {
            scores[at + output] += leaves[(leaf * width) + output];
        }
    }

    private static double[] InOrder(Tree tree, int[] order, int width)
    {
        var leaves = new double[tree.Leaves.Length];
        for (var position = 0; position < order.Length; position++)
        {
            tree.Leaves.AsSpan(order[position] * width, width).CopyTo(leaves.AsSpan(position * width));
        }

        return leaves;
    }
}
