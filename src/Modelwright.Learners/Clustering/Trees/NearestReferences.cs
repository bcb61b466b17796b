using System.Runtime.Intrinsics;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Trees;

/// <summary>The nearest of some places to every point. A point's answer depends on no other, so threads share them.</summary>
/// <param name="References">One a point: the number of the nearest place; of two as near the first.</param>
/// <param name="Squares">One a point: the square of its distance.</param>
internal sealed record NearestReferences(int[] References, double[] Squares)
{
    private const int Block = 64;

    /// <summary>Compares every point with every place.</summary>
    public static NearestReferences Of(ClusterPoints points, double[] places, FitContext context)
    {
        var count = points.Axes == 0 ? 1 : places.Length / points.Axes;
        var tiles = new PointTiles(places, count, points.Axes);
        var (references, squares) = (new int[points.Count], new double[points.Count]);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, context.Threads), CancellationToken = context.Cancellation };
        Parallel.For(0, (points.Count + Block - 1) / Block, options, block =>
        {
            for (var point = block * Block; point < Math.Min(points.Count, (block + 1) * Block); point++)
            {
                (references[point], squares[point]) = Nearest(tiles, count, points.Place(point));
            }
        });
        return new(references, squares);
    }

    private static (int Reference, double Square) Nearest(PointTiles tiles, int count, ReadOnlySpan<double> place)
    {
        var nearest = Vector256.Create(double.PositiveInfinity);
        var at = Vector256<long>.Zero;
        var whole = count / PointTiles.Tile;
        for (var tile = 0; tile < whole; tile++)
        {
            var squares = tiles.SquaresTo(place, tile);
            var start = tile * PointTiles.Tile;
            Look(squares.First, start, ref nearest, ref at);
            Look(squares.Second, start + PointTiles.Lanes, ref nearest, ref at);
            Look(squares.Third, start + (2 * PointTiles.Lanes), ref nearest, ref at);
            Look(squares.Fourth, start + (3 * PointTiles.Lanes), ref nearest, ref at);
        }

        var (reference, best) = (int.MaxValue, double.PositiveInfinity);
        for (var lane = 0; lane < PointTiles.Lanes; lane++)
        {
            Offer((int)at[lane] + lane, nearest[lane], ref reference, ref best);
        }

        if (whole * PointTiles.Tile < count)
        {
            var last = tiles.SquaresTo(place, whole);
            for (var lane = 0; (whole * PointTiles.Tile) + lane < count; lane++)
            {
                var vector = (lane / PointTiles.Lanes) switch { 0 => last.First, 1 => last.Second, 2 => last.Third, _ => last.Fourth };
                Offer((whole * PointTiles.Tile) + lane, vector[lane % PointTiles.Lanes], ref reference, ref best);
            }
        }

        return (reference, best);
    }

    private static void Look(Vector256<double> squares, int start, ref Vector256<double> nearest, ref Vector256<long> at)
    {
        var isNearer = Vector256.LessThan(squares, nearest);
        nearest = Vector256.ConditionalSelect(isNearer, squares, nearest);
        at = Vector256.ConditionalSelect(isNearer.AsInt64(), Vector256.Create((long)start), at);
    }

    private static void Offer(int one, double square, ref int reference, ref double best)
    {
        if (square < best || (square == best && one < reference))
        {
            (reference, best) = (one, square);
        }
    }
}
