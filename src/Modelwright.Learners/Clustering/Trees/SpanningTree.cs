using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Trees;

/// <summary>The minimum spanning tree over Euclidean or mutual reachability distances, exact, in memory that grows with the points alone.</summary>
/// <remarks>Prim 1957; each round compares the point just reached with all that are not. Hot.</remarks>
internal sealed class SpanningTree
{
    private const int Lanes = PointTiles.Lanes;
    private readonly PointTiles _tiles;
    private readonly double[] _floor;
    private readonly double[] _best;
    private readonly long[] _from;
    private readonly int[] _point;
    private int _left;

    private SpanningTree(ClusterPoints points, ReadOnlySpan<double> cores)
    {
        _tiles = new(points.Places, points.Count, points.Axes);
        var room = PointTiles.TilesOf(points.Count) * PointTiles.Tile;
        (_floor, _best, _from, _point) = (new double[room], new double[room], new long[room], new int[room]);
        Array.Fill(_best, double.PositiveInfinity);

        // A place that no point stands in has an infinite floor, and so is never near.
        Array.Fill(_floor, double.PositiveInfinity);
        for (var point = 0; point < points.Count; point++)
        {
            (_floor[point], _point[point]) = (cores.IsEmpty ? 0 : cores[point], point);
        }

        _left = points.Count;
    }

    /// <summary>Grows the tree.</summary>
    /// <param name="points">The points.</param>
    /// <param name="cores">One a point: the square below which no distance to it falls; empty for plain distances.</param>
    /// <param name="context">Cancellation and progress.</param>
    /// <returns>One edge less than points.</returns>
    public static TreeEdges Of(ClusterPoints points, ReadOnlySpan<double> cores, FitContext context)
    {
        var rounds = new FitRounds(context, points.Count);
        var tree = new SpanningTree(points, cores);
        var (first, second, lengths) = (new int[points.Count - 1], new int[points.Count - 1], new double[points.Count - 1]);
        var place = new double[points.Axes];
        var position = 0;
        for (var edge = 0; edge < lengths.Length; edge++)
        {
            rounds.Next();
            var reached = tree._point[position];
            var floor = tree._floor[position];
            tree._tiles.Get(position, place);
            tree.Remove(position);
            position = tree.Nearest(place, reached, floor);
            (first[edge], second[edge], lengths[edge]) = ((int)tree._from[position], tree._point[position], Math.Sqrt(tree._best[position]));
        }

        return TreeEdges.Sorted(first, second, lengths);
    }

    /// <summary>The last point takes the place of one that is reached.</summary>
    private void Remove(int position)
    {
        _left--;
        _tiles.Move(_left, position);
        (_floor[position], _best[position], _from[position], _point[position]) = (_floor[_left], _best[_left], _from[_left], _point[_left]);
        (_floor[_left], _best[_left]) = (double.PositiveInfinity, double.PositiveInfinity);
    }

    /// <summary>Compares all that are left with the point just reached; gives the position of the one nearest to any that is reached.</summary>
    private int Nearest(ReadOnlySpan<double> place, int reached, double floor)
    {
        var low = Vector256.Create(floor);
        var from = Vector256.Create((long)reached);
        var nearest = Vector256.Create(double.PositiveInfinity);
        var at = Vector256<long>.Zero;
        for (var tile = 0; tile < PointTiles.TilesOf(_left); tile++)
        {
            var squares = _tiles.SquaresTo(place, tile);
            var start = tile * PointTiles.Tile;
            Look(squares.First, start, low, from, ref nearest, ref at);
            Look(squares.Second, start + Lanes, low, from, ref nearest, ref at);
            Look(squares.Third, start + (2 * Lanes), low, from, ref nearest, ref at);
            Look(squares.Fourth, start + (3 * Lanes), low, from, ref nearest, ref at);
        }

        return First(nearest, at);
    }

    private void Look(Vector256<double> squares, int start, Vector256<double> low, Vector256<long> from, ref Vector256<double> nearest, ref Vector256<long> at)
    {
        ref var floors = ref MemoryMarshal.GetArrayDataReference(_floor);
        ref var bests = ref MemoryMarshal.GetArrayDataReference(_best);
        ref var froms = ref MemoryMarshal.GetArrayDataReference(_from);
        var here = (nuint)start;
        var reach = Vector256.Max(Vector256.Max(squares, low), Vector256.LoadUnsafe(ref floors, here));
        var best = Vector256.LoadUnsafe(ref bests, here);
        var isNearer = Vector256.LessThan(reach, best);
        best = Vector256.ConditionalSelect(isNearer, reach, best);
        best.StoreUnsafe(ref bests, here);
        Vector256.ConditionalSelect(isNearer.AsInt64(), from, Vector256.LoadUnsafe(ref froms, here)).StoreUnsafe(ref froms, here);
        var isNearest = Vector256.LessThan(best, nearest);
        nearest = Vector256.ConditionalSelect(isNearest, best, nearest);
        at = Vector256.ConditionalSelect(isNearest.AsInt64(), Vector256.Create((long)start), at);
    }

    private static int First(Vector256<double> nearest, Vector256<long> at)
    {
        var (position, best) = ((int)at[0], nearest[0]);
        for (var lane = 1; lane < Lanes; lane++)
        {
            var one = (int)at[lane] + lane;
            if (nearest[lane] < best || (nearest[lane] == best && one < position))
            {
                (position, best) = (one, nearest[lane]);
            }
        }

        return position;
    }
}
