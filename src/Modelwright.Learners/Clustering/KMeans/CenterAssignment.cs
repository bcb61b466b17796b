using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>The nearest centre of every point, and how far the next one is.</summary>
/// <remarks>Hot: sixteen points are compared with one centre after another.</remarks>
internal sealed class CenterAssignment
{
    private readonly ClusterPoints _points;
    private readonly PointTiles _tiles;
    private readonly double[] _labels;

    /// <summary>Makes room.</summary>
    public CenterAssignment(ClusterPoints points, PointTiles tiles)
    {
        (_points, _tiles) = (points, tiles);
        var room = PointTiles.TilesOf(points.Count) * PointTiles.Tile;
        (_labels, Near, Second) = (new double[room], new double[room], new double[room]);
    }

    /// <summary>One a point: the square of the distance to the nearest centre.</summary>
    public double[] Near { get; }

    /// <summary>One a point: the square of the distance to the next centre; infinity where there is one alone.</summary>
    public double[] Second { get; }

    /// <summary>The nearest centre of a point; of two as near the first.</summary>
    public int Label(int point) => (int)_labels[point];

    /// <summary>Assigns every point.</summary>
    /// <param name="centers">Centres x axes.</param>
    /// <param name="count">Number of centres.</param>
    /// <returns>The sum of squares, by masses.</returns>
    public double Assign(ReadOnlySpan<double> centers, int count)
    {
        for (var tile = 0; tile < PointTiles.TilesOf(_points.Count); tile++)
        {
            Assign(centers, count, tile);
        }

        var sum = 0.0;
        for (var point = 0; point < _points.Count; point++)
        {
            sum += _points.Masses[point] * Near[point];
        }

        return sum;
    }

    /// <summary>Moves each centre to the mean of its points; one without points goes to the point that is farthest from its own centre.</summary>
    public void Move(Span<double> centers, int count)
    {
        var axes = _points.Axes;
        var masses = new double[count];
        centers.Clear();
        for (var point = 0; point < _points.Count; point++)
        {
            var (label, mass) = (Label(point), _points.Masses[point]);
            masses[label] += mass;
            var place = _points.Place(point);
            var center = centers.Slice(label * axes, axes);
            for (var axis = 0; axis < place.Length; axis++)
            {
                center[axis] += mass * place[axis];
            }
        }

        for (var label = 0; label < count; label++)
        {
            var center = centers.Slice(label * axes, axes);
            if (masses[label] > 0)
            {
                Scale(center, 1 / masses[label]);
                continue;
            }

            var farthest = Farthest();
            Near[farthest] = 0;
            _points.Place(farthest).CopyTo(center);
        }
    }

    private static void Scale(Span<double> values, double factor)
    {
        foreach (ref var value in values)
        {
            value *= factor;
        }
    }

    private int Farthest()
    {
        var farthest = 0;
        for (var point = 1; point < _points.Count; point++)
        {
            if (_points.Masses[point] * Near[point] > _points.Masses[farthest] * Near[farthest])
            {
                farthest = point;
            }
        }

        return farthest;
    }

    private void Assign(ReadOnlySpan<double> centers, int count, int tile)
    {
        var infinity = Vector256.Create(double.PositiveInfinity);
        Nearest first = new(infinity, infinity, default), second = first, third = first, fourth = first;
        for (var center = 0; center < count; center++)
        {
            var squares = _tiles.SquaresTo(centers.Slice(center * _points.Axes, _points.Axes), tile);
            var label = Vector256.Create((double)center);
            first.Look(squares.First, label);
            second.Look(squares.Second, label);
            third.Look(squares.Third, label);
            fourth.Look(squares.Fourth, label);
        }

        var at = (nuint)tile * PointTiles.Tile;
        Store(first, at);
        Store(second, at + PointTiles.Lanes);
        Store(third, at + (2 * PointTiles.Lanes));
        Store(fourth, at + (3 * PointTiles.Lanes));
    }

    private void Store(Nearest nearest, nuint at)
    {
        nearest.Near.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(Near), at);
        nearest.Second.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(Second), at);
        nearest.Label.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_labels), at);
    }

    private record struct Nearest(Vector256<double> Near, Vector256<double> Second, Vector256<double> Label)
    {
        public void Look(Vector256<double> squares, Vector256<double> label)
        {
            var isNearer = Vector256.LessThan(squares, Near);
            Second = Vector256.Min(Second, Vector256.Max(squares, Near));
            Near = Vector256.ConditionalSelect(isNearer, squares, Near);
            Label = Vector256.ConditionalSelect(isNearer, label, Label);
        }
    }
}
