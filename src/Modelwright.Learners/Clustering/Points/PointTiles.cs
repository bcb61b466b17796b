using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Learners.Clustering.Points;

/// <summary>
/// Points in tiles of sixteen, axis by axis, so that a vector holds one axis of four points: each distance is summed on its own, axis
/// after axis, and has the same bits whatever the width of the machine's vectors.
/// </summary>
/// <remarks>Hot.</remarks>
internal sealed class PointTiles
{
    /// <summary>Points of a tile.</summary>
    public const int Tile = 16;

    /// <summary>Points of a vector.</summary>
    public const int Lanes = 4;

    private readonly double[] _values;
    private readonly int _axes;

    /// <summary>Lays out points.</summary>
    public PointTiles(ReadOnlySpan<double> places, int count, int axes)
    {
        _axes = axes;
        _values = new double[(long)TilesOf(count) * Tile * axes];
        for (var point = 0; point < count; point++)
        {
            Set(point, places.Slice(point * axes, axes));
        }
    }

    /// <summary>Tiles of so many points.</summary>
    public static int TilesOf(int count) => (count + Tile - 1) / Tile;

    /// <summary>Puts a point in a position.</summary>
    public void Set(int position, ReadOnlySpan<double> place)
    {
        var at = At(position);
        foreach (var axis in place)
        {
            _values[at] = axis;
            at += Tile;
        }
    }

    /// <summary>Reads a point.</summary>
    public void Get(int position, Span<double> place)
    {
        var at = At(position);
        for (var axis = 0; axis < _axes; axis++)
        {
            place[axis] = _values[at];
            at += Tile;
        }
    }

    /// <summary>Puts the point of one position in another.</summary>
    public void Move(int from, int to)
    {
        var (source, target) = (At(from), At(to));
        for (var axis = 0; axis < _axes; axis++)
        {
            _values[target] = _values[source];
            (source, target) = (source + Tile, target + Tile);
        }
    }

    /// <summary>The squares of the distances from a place to the points of a tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Squares SquaresTo(ReadOnlySpan<double> place, int tile)
    {
        var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var values = ref MemoryMarshal.GetArrayDataReference(_values);
        var at = (nuint)tile * Tile * (nuint)_axes;
        foreach (var axis in place)
        {
            var here = Vector256.Create(axis);
            var (da, db) = (Vector256.LoadUnsafe(ref values, at) - here, Vector256.LoadUnsafe(ref values, at + Lanes) - here);
            var (dc, dd) = (Vector256.LoadUnsafe(ref values, at + (2 * Lanes)) - here, Vector256.LoadUnsafe(ref values, at + (3 * Lanes)) - here);
            (a, b, c, d) = (a + (da * da), b + (db * db), c + (dc * dc), d + (dd * dd));
            at += Tile;
        }

        return new(a, b, c, d);
    }

    /// <summary>One axis of four points.</summary>
    public Vector256<double> Axis(int tile, int axis, int vector) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_values), ((((nuint)tile * (nuint)_axes) + (nuint)axis) * Tile) + ((nuint)vector * Lanes));

    /// <summary>The squares of the distances from a place to all points.</summary>
    /// <param name="place">The place.</param>
    /// <param name="output">Room for whole tiles.</param>
    public void SquaresTo(ReadOnlySpan<double> place, Span<double> output)
    {
        ref var room = ref MemoryMarshal.GetReference(output);
        for (var tile = 0; tile < output.Length / Tile; tile++)
        {
            var squares = SquaresTo(place, tile);
            var at = (nuint)tile * Tile;
            squares.First.StoreUnsafe(ref room, at);
            squares.Second.StoreUnsafe(ref room, at + Lanes);
            squares.Third.StoreUnsafe(ref room, at + (2 * Lanes));
            squares.Fourth.StoreUnsafe(ref room, at + (3 * Lanes));
        }
    }

    private long At(int position) => ((long)(position / Tile) * Tile * _axes) + (position % Tile);

    /// <summary>Sixteen squares, four to a vector.</summary>
    internal readonly record struct Squares(Vector256<double> First, Vector256<double> Second, Vector256<double> Third, Vector256<double> Fourth);
}
