using System.Runtime.Intrinsics;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Density;

/// <summary>How far each point has to reach for so many rows, its own among them: short where rows are dense.</summary>
/// <remarks>Campello, Moulavi &amp; Sander 2013, definition 1. A point's answer depends on no other, so threads share them. Hot.</remarks>
internal sealed class CoreDistances
{
    private const int Block = 64;
    private readonly ClusterPoints _points;
    private readonly PointTiles _tiles;
    private readonly int _samples;

    private CoreDistances(ClusterPoints points, int samples)
    {
        (_points, _samples) = (points, Math.Min(samples, points.Count));
        _tiles = new(points.Places, points.Count, points.Axes);
    }

    /// <summary>One a point: the square of its core distance.</summary>
    public static double[] Of(ClusterPoints points, int samples, FitContext context)
    {
        var cores = new double[points.Count];
        var distances = new CoreDistances(points, samples);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, context.Threads), CancellationToken = context.Cancellation };
        Parallel.For(0, (points.Count + Block - 1) / Block, options, block => distances.Fill(cores, samples, block));
        return cores;
    }

    private void Fill(double[] cores, int samples, int block)
    {
        var (squares, points) = (new double[_samples], new int[_samples]);
        for (var point = block * Block; point < Math.Min(_points.Count, (block + 1) * Block); point++)
        {
            Array.Fill(squares, double.PositiveInfinity);
            Look(_points.Place(point), squares, points);
            cores[point] = Reach(squares, points, samples);
        }
    }

    /// <summary>The square up to which so many rows lie; that of the farthest that is held where they are too few.</summary>
    private double Reach(double[] squares, int[] points, int samples)
    {
        var rows = 0L;
        for (var place = 0; place < squares.Length; place++)
        {
            rows += _points.Rows[points[place]];
            if (rows >= samples)
            {
                return squares[place];
            }
        }

        return squares[^1];
    }

    private void Look(ReadOnlySpan<double> place, double[] squares, int[] points)
    {
        for (var tile = 0; tile < PointTiles.TilesOf(_points.Count); tile++)
        {
            var found = _tiles.SquaresTo(place, tile);
            var farthest = Vector256.Create(squares[^1]);
            var start = tile * PointTiles.Tile;
            Offer(found.First, farthest, start, squares, points);
            Offer(found.Second, farthest, start + PointTiles.Lanes, squares, points);
            Offer(found.Third, farthest, start + (2 * PointTiles.Lanes), squares, points);
            Offer(found.Fourth, farthest, start + (3 * PointTiles.Lanes), squares, points);
        }
    }

    private void Offer(Vector256<double> found, Vector256<double> farthest, int start, double[] squares, int[] points)
    {
        if (!Vector256.LessThanAny(found, farthest))
        {
            return;
        }

        for (var lane = 0; lane < PointTiles.Lanes && start + lane < _points.Count; lane++)
        {
            if (found[lane] < squares[^1])
            {
                Insert(found[lane], start + lane, squares, points);
            }
        }
    }

    private static void Insert(double square, int point, double[] squares, int[] points)
    {
        var hole = squares.Length - 1;
        for (; hole > 0 && squares[hole - 1] > square; hole--)
        {
            (squares[hole], points[hole]) = (squares[hole - 1], points[hole - 1]);
        }

        (squares[hole], points[hole]) = (square, point);
    }
}
