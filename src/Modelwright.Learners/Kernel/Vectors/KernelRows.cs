using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Kernel.Vectors;

/// <summary>Rows of the matrix of the Gaussian kernel between training rows, computed when asked for and kept while there is room.</summary>
/// <remarks>A hot file. Places stand in tiles of four, axis by axis; what was asked for longest ago is given up first.</remarks>
internal sealed class KernelRows
{
    private const int Tile = 4;
    private readonly double[] _tiles;
    private readonly double[] _places;
    private readonly int _axes;
    private readonly double _gamma;
    private readonly float[]?[] _rows;
    private readonly LinkedList<int> _order = new();
    private readonly LinkedListNode<int>?[] _nodes;
    private readonly int _most;

    /// <summary>Takes the places.</summary>
    /// <param name="places">Rows x axes.</param>
    /// <param name="axes">Number of axes.</param>
    /// <param name="gamma">The factor of the squared distance.</param>
    /// <param name="bytes">Bytes that rows may take; two are always kept.</param>
    public KernelRows(double[] places, int axes, double gamma, double bytes)
    {
        (_places, _axes, _gamma, Count) = (places, axes, gamma, places.Length / axes);
        var padded = (Count + Tile - 1) / Tile * Tile;
        _tiles = new double[padded * axes];
        for (var row = 0; row < Count; row++)
        {
            for (var axis = 0; axis < axes; axis++)
            {
                _tiles[(((row / Tile * axes) + axis) * Tile) + (row % Tile)] = places[(row * axes) + axis];
            }
        }

        _rows = new float[]?[Count];
        _nodes = new LinkedListNode<int>?[Count];
        _most = (int)Math.Clamp(bytes / (sizeof(float) * (double)Count), 2, Math.Max(2, Count));
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>The kernel between one row and all; valid until two others have been asked for.</summary>
    public ReadOnlySpan<float> Row(int row)
    {
        if (_rows[row] is { } kept)
        {
            _order.Remove(_nodes[row]!);
            _order.AddFirst(_nodes[row]!);
            return kept.AsSpan(0, Count);
        }

        float[] values;
        if (_order.Count < _most)
        {
            values = new float[(Count + Tile - 1) / Tile * Tile];
            _nodes[row] = _order.AddFirst(row);
        }
        else
        {
            var last = _order.Last!;
            values = _rows[last.Value]!;
            (_rows[last.Value], _nodes[last.Value]) = (null, null);
            _order.RemoveLast();
            last.Value = row;
            _order.AddFirst(last);
            _nodes[row] = last;
        }

        Fill(row, values);
        _rows[row] = values;
        return values.AsSpan(0, Count);
    }

    private void Fill(int row, float[] values)
    {
        var place = _places.AsSpan(row * _axes, _axes);
        ref var tiles = ref MemoryMarshal.GetArrayDataReference(_tiles);
        for (var first = 0; first < values.Length; first += Tile)
        {
            var sum = Vector256<double>.Zero;
            var at = (nuint)first * (nuint)_axes;
            foreach (var axis in place)
            {
                var difference = Vector256.LoadUnsafe(ref tiles, at) - Vector256.Create(axis);
                sum += difference * difference;
                at += Tile;
            }

            var kernel = VectorExponential.Of(sum * -_gamma);
            for (var lane = 0; lane < Tile; lane++)
            {
                values[first + lane] = (float)kernel[lane];
            }
        }
    }
}
