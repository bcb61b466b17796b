using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>
/// Looks at every point. Points stand in tiles of 32, axis by axis, so that a vector holds one axis of eight points: each
/// distance is summed on its own, axis after axis, and has the same bits whatever the width of the machine's vectors.
/// </summary>
/// <remarks>Hot; measured by Modelwright.Benchmarks, NeighborSearch.</remarks>
internal sealed class ExactSearch : IPointSearch
{
    private const int Tile = 32;
    private const int Lanes = 8;

    /// <summary>Tiles that stay in the cache of a core while all rows of a chunk go over them.</summary>
    private const int FloatsTogether = 1 << 15;

    private readonly float[] _tiles;
    private readonly int _axes;
    private readonly int _count;
    private readonly bool _isManhattan;

    internal ExactSearch(NeighborPoints points)
    {
        _axes = points.Space.Inputs.Count;
        _count = points.Count;
        _isManhattan = points.Space.Metric == NeighborMetric.Manhattan;
        _tiles = new float[(long)((_count + Tile - 1) / Tile) * Tile * _axes];
        for (var point = 0; point < _count; point++)
        {
            for (var axis = 0; axis < _axes; axis++)
            {
                _tiles[Position(point, axis)] = points.Values[(point * _axes) + axis];
            }
        }
    }

    /// <summary>Taken out of the tiles at every call: a second copy of the points would double what a form takes.</summary>
    public float[] Values
    {
        get
        {
            var values = new float[_count * _axes];
            for (var point = 0; point < _count; point++)
            {
                for (var axis = 0; axis < _axes; axis++)
                {
                    values[(point * _axes) + axis] = _tiles[Position(point, axis)];
                }
            }

            return values;
        }
    }

    /// <inheritdoc/>
    public void Find(ReadOnlySpan<float> places, int most, Span<ulong> keys)
    {
        NearestKeys.Clear(keys);
        var rows = keys.Length / most;
        var tiles = (_count + Tile - 1) / Tile;
        var together = Math.Max(1, FloatsTogether / Tile / Math.Max(1, _axes));
        for (var first = 0; first < tiles; first += together)
        {
            var end = Math.Min(tiles, first + together);
            for (var row = 0; row < rows; row++)
            {
                var place = places.Slice(row * _axes, _axes);
                var heap = keys.Slice(row * most, most);
                for (var tile = first; tile < end; tile++)
                {
                    Look(place, tile, heap);
                }
            }
        }

        for (var row = 0; row < rows; row++)
        {
            keys.Slice(row * most, most).Sort();
        }
    }

    private long Position(int point, int axis) => ((((long)point / Tile * _axes) + axis) * Tile) + (point % Tile);

    private void Look(ReadOnlySpan<float> place, int tile, Span<ulong> heap)
    {
        Span<Vector256<float>> sums = stackalloc Vector256<float>[Tile / Lanes];
        if (_isManhattan)
        {
            AddAbsolute(place, tile, sums);
        }
        else
        {
            AddSquares(place, tile, sums);
        }

        var farthest = Vector256.Create(NearestKeys.Distance(heap[0]));
        for (var part = 0; part < sums.Length; part++)
        {
            if (Vector256.LessThanAny(sums[part], farthest))
            {
                Offer(sums[part], (tile * Tile) + (part * Lanes), heap);
            }
        }
    }

    private void AddSquares(ReadOnlySpan<float> place, int tile, Span<Vector256<float>> sums)
    {
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        ref var values = ref MemoryMarshal.GetArrayDataReference(_tiles);
        var at = (nuint)tile * Tile * (nuint)_axes;
        foreach (var axis in place)
        {
            var here = Vector256.Create(axis);
            var (da, db) = (Vector256.LoadUnsafe(ref values, at) - here, Vector256.LoadUnsafe(ref values, at + Lanes) - here);
            var (dc, dd) = (Vector256.LoadUnsafe(ref values, at + (2 * Lanes)) - here, Vector256.LoadUnsafe(ref values, at + (3 * Lanes)) - here);
            (a, b, c, d) = (a + (da * da), b + (db * db), c + (dc * dc), d + (dd * dd));
            at += Tile;
        }

        (sums[0], sums[1], sums[2], sums[3]) = (a, b, c, d);
    }

    private void AddAbsolute(ReadOnlySpan<float> place, int tile, Span<Vector256<float>> sums)
    {
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        ref var values = ref MemoryMarshal.GetArrayDataReference(_tiles);
        var at = (nuint)tile * Tile * (nuint)_axes;
        foreach (var axis in place)
        {
            var here = Vector256.Create(axis);
            a += Vector256.Abs(Vector256.LoadUnsafe(ref values, at) - here);
            b += Vector256.Abs(Vector256.LoadUnsafe(ref values, at + Lanes) - here);
            c += Vector256.Abs(Vector256.LoadUnsafe(ref values, at + (2 * Lanes)) - here);
            d += Vector256.Abs(Vector256.LoadUnsafe(ref values, at + (3 * Lanes)) - here);
            at += Tile;
        }

        (sums[0], sums[1], sums[2], sums[3]) = (a, b, c, d);
    }

    /// <summary>The last tile may have places that no point stands in.</summary>
    private void Offer(Vector256<float> distances, int point, Span<ulong> heap)
    {
        for (var lane = 0; lane < Lanes && point + lane < _count; lane++)
        {
            NearestKeys.Offer(heap, NearestKeys.Key(distances[lane], point + lane));
        }
    }
}
