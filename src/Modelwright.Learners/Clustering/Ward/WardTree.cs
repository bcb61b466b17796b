using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;

namespace Modelwright.Learners.Clustering.Ward;

/// <summary>Joins the two clusters that raise the sum of squares within clusters least, from points to one.</summary>
/// <remarks>
/// Ward 1963 by the nearest-neighbour chain (Murtagh 1983; Müllner 2011): in time that grows with the square of the points and in memory
/// that grows with the points alone, as clusters are held by their means. Heights are those of fastcluster and scipy. Hot.
/// </remarks>
internal sealed class WardTree
{
    private const int Lanes = PointTiles.Lanes;
    private readonly PointTiles _tiles;
    private readonly double[] _masses;
    private readonly int[] _cluster;
    private readonly int[] _position;
    private readonly double[] _place;
    private readonly double[] _other;
    private int _left;

    private WardTree(ClusterPoints points)
    {
        _tiles = new(points.Places, points.Count, points.Axes);
        _left = points.Count;

        // An infinite mass makes an infinite increase divided by itself, which is nearer than nothing.
        _masses = new double[PointTiles.TilesOf(_left) * PointTiles.Tile];
        Array.Fill(_masses, double.PositiveInfinity);
        points.Masses.CopyTo(_masses, 0);
        _cluster = [.. Enumerable.Range(0, _left)];
        _position = [.. Enumerable.Range(0, _left)];
        (_place, _other) = (new double[points.Axes], new double[points.Axes]);
    }

    /// <summary>Joins until one cluster is left.</summary>
    public static MergeTree Of(ClusterPoints points, FitContext context)
    {
        var rounds = new FitRounds(context, points.Count);
        var tree = new WardTree(points);
        var joinings = points.Count - 1;
        var (first, second, increases) = (new int[joinings], new int[joinings], new double[joinings]);
        var chain = new Stack<int>();
        for (var joining = 0; joining < joinings; joining++)
        {
            rounds.Next();
            (first[joining], second[joining], increases[joining]) = tree.NextPair(chain);
            tree.Join(first[joining], second[joining]);
        }

        var heights = increases.Select(increase => Math.Sqrt(2 * increase)).ToArray();
        var sorted = TreeEdges.Sorted(first, second, heights);
        return new(points, sorted.First, sorted.Second, sorted.Lengths);
    }

    /// <summary>Follows nearest clusters until two are nearest to each other.</summary>
    private (int One, int Other, double Increase) NextPair(Stack<int> chain)
    {
        if (chain.Count == 0)
        {
            chain.Push(_cluster[0]);
        }

        while (true)
        {
            var last = chain.Pop();
            var before = chain.TryPeek(out var one) ? one : -1;
            var (nearest, increase) = Nearest(last, before);
            if (nearest == before)
            {
                chain.Pop();
                return (before, last, increase);
            }

            chain.Push(last);
            chain.Push(nearest);
        }
    }

    private (int Cluster, double Increase) Nearest(int cluster, int before)
    {
        var position = _position[cluster];
        _tiles.Get(position, _place);
        var mass = _masses[position];

        // A cluster is not near itself.
        _masses[position] = double.PositiveInfinity;
        var (nearest, increase) = Look(mass);
        _masses[position] = mass;
        if (before < 0)
        {
            return (_cluster[nearest], increase);
        }

        // Of two as near, the one that the chain came from: it would not end otherwise.
        var back = Increase(mass, _position[before]);
        return back <= increase ? (before, back) : (_cluster[nearest], increase);
    }

    private double Increase(double mass, int position)
    {
        _tiles.Get(position, _other);
        var sum = 0.0;
        for (var axis = 0; axis < _place.Length; axis++)
        {
            var apart = _other[axis] - _place[axis];
            sum += apart * apart;
        }

        return sum * (mass * _masses[position] / (mass + _masses[position]));
    }

    private (int Position, double Increase) Look(double mass)
    {
        var own = Vector256.Create(mass);
        var least = Vector256.Create(double.PositiveInfinity);
        var at = Vector256<long>.Zero;
        for (var tile = 0; tile < PointTiles.TilesOf(_left); tile++)
        {
            var squares = _tiles.SquaresTo(_place, tile);
            var start = tile * PointTiles.Tile;
            Look(squares.First, start, own, ref least, ref at);
            Look(squares.Second, start + Lanes, own, ref least, ref at);
            Look(squares.Third, start + (2 * Lanes), own, ref least, ref at);
            Look(squares.Fourth, start + (3 * Lanes), own, ref least, ref at);
        }

        var (position, best) = (int.MaxValue, double.PositiveInfinity);
        for (var lane = 0; lane < Lanes; lane++)
        {
            var one = (int)at[lane] + lane;
            if (least[lane] < best || (least[lane] == best && one < position && best < double.PositiveInfinity))
            {
                (position, best) = (one, least[lane]);
            }
        }

        return (position, best);
    }

    private void Look(Vector256<double> squares, int start, Vector256<double> own, ref Vector256<double> least, ref Vector256<long> at)
    {
        var masses = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_masses), (nuint)start);
        var increase = squares * (own * masses / (own + masses));
        var isLess = Vector256.LessThan(increase, least);
        least = Vector256.ConditionalSelect(isLess, increase, least);
        at = Vector256.ConditionalSelect(isLess.AsInt64(), Vector256.Create((long)start), at);
    }

    /// <summary>The first takes in the second, whose place the last one takes.</summary>
    private void Join(int one, int other)
    {
        var (to, from) = (_position[one], _position[other]);
        _tiles.Get(to, _place);
        _tiles.Get(from, _other);
        var share = _masses[from] / (_masses[to] + _masses[from]);
        for (var axis = 0; axis < _place.Length; axis++)
        {
            _place[axis] += share * (_other[axis] - _place[axis]);
        }

        _tiles.Set(to, _place);
        _masses[to] += _masses[from];
        _left--;
        _tiles.Move(_left, from);
        (_masses[from], _cluster[from]) = (_masses[_left], _cluster[_left]);
        _position[_cluster[from]] = from;
        _masses[_left] = double.PositiveInfinity;
    }
}
