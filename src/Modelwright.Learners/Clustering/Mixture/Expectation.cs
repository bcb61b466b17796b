using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>
/// One look at all points: how probably each distribution made each of them, and the sums of which the next distributions are made.
/// </summary>
/// <remarks>Hot: sixteen points at a time, each on its own lane, so that the bits do not depend on the width of the machine's vectors.</remarks>
internal sealed class Expectation
{
    private const int Vectors = PointTiles.Tile / PointTiles.Lanes;

    /// <summary>A smaller probability counts as none.</summary>
    private const double Least = 1e-12;

    private readonly ClusterPoints _points;
    private readonly PointTiles _tiles;
    private readonly Components _components;
    private readonly Vector256<double>[] _apart;
    private readonly Vector256<double>[] _logs;
    private readonly Vector256<double>[] _squares;
    private readonly Vector256<double>[] _firstSums;
    private readonly Vector256<double>[] _secondSums;
    private readonly Vector256<double>[] _massSums;

    /// <summary>Makes room.</summary>
    public Expectation(ClusterPoints points, PointTiles tiles, Components components)
    {
        (_points, _tiles, _components) = (points, tiles, components);
        _apart = new Vector256<double>[components.Axes * Vectors];
        _logs = new Vector256<double>[components.Count * Vectors];
        _squares = new Vector256<double>[components.Count * Vectors];
        _firstSums = new Vector256<double>[components.Count * components.Axes];
        _secondSums = new Vector256<double>[components.Count * components.FactorLength];
        _massSums = new Vector256<double>[components.Count];
        (Labels, Squares) = (new int[points.Count], new double[points.Count]);
    }

    /// <summary>One a point: the most probable distribution.</summary>
    public int[] Labels { get; }

    /// <summary>One a point: the square of its Mahalanobis distance to it.</summary>
    public double[] Squares { get; }

    /// <summary>Looks at all points.</summary>
    /// <returns>The mean logarithm of their densities, by masses, without the constant of the normal distribution.</returns>
    public double Look()
    {
        Array.Clear(_firstSums);
        Array.Clear(_secondSums);
        Array.Clear(_massSums);
        var (sum, mass) = (0.0, 0.0);
        for (var tile = 0; tile < PointTiles.TilesOf(_points.Count); tile++)
        {
            sum += Look(tile);
        }

        foreach (var one in _points.Masses)
        {
            mass += one;
        }

        return sum / mass;
    }

    /// <summary>Makes the next distributions from the sums of the last look.</summary>
    public void Maximize()
    {
        var axes = _components.Axes;
        var (mean, covariance) = (new double[axes], new double[_components.FactorLength]);
        var total = _points.Masses.Sum();
        for (var component = 0; component < _components.Count; component++)
        {
            var mass = Math.Max(1e-100, Sum(_massSums[component]));
            for (var axis = 0; axis < axes; axis++)
            {
                mean[axis] = Sum(_firstSums[(component * axes) + axis]) / mass;
            }

            for (int place = 0, row = 0, column = 0; place < covariance.Length; place++)
            {
                var (one, other) = _components.IsDiagonal ? (place, place) : (row, column);
                covariance[place] = (Sum(_secondSums[(component * covariance.Length) + place]) / mass) - (mean[one] * mean[other]);
                (row, column) = column == row ? (row + 1, 0) : (row, column + 1);
            }

            // Sums were taken around the last mean, where they lose no digits.
            for (var axis = 0; axis < axes; axis++)
            {
                mean[axis] += _components.Means[(component * axes) + axis];
            }

            _components.Set(component, mass / total, mean, covariance);
        }
    }

    private static double Sum(Vector256<double> lanes) => lanes[0] + lanes[1] + lanes[2] + lanes[3];

    private double Look(int tile)
    {
        for (var component = 0; component < _components.Count; component++)
        {
            Centre(tile, component);
            Density(component);
        }

        var sum = Normalize(tile);
        for (var component = 0; component < _components.Count; component++)
        {
            Add(tile, component);
        }

        return sum;
    }

    private void Centre(int tile, int component)
    {
        for (var axis = 0; axis < _components.Axes; axis++)
        {
            var mean = Vector256.Create(_components.Means[(component * _components.Axes) + axis]);
            for (var vector = 0; vector < Vectors; vector++)
            {
                _apart[(axis * Vectors) + vector] = _tiles.Axis(tile, axis, vector) - mean;
            }
        }
    }

    private void Density(int component)
    {
        var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var factor = _components.Factors.AsSpan(component * _components.FactorLength, _components.FactorLength);
        var from = 0;
        for (var axis = 0; axis < _components.Axes; axis++)
        {
            var (ya, yb, yc, yd) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var other = _components.IsDiagonal ? axis : 0; other <= axis; other++)
            {
                var weight = Vector256.Create(factor[from++]);
                var apart = _apart.AsSpan(other * Vectors, Vectors);
                (ya, yb, yc, yd) = (ya + (weight * apart[0]), yb + (weight * apart[1]), yc + (weight * apart[2]), yd + (weight * apart[3]));
            }

            (a, b, c, d) = (a + (ya * ya), b + (yb * yb), c + (yc * yc), d + (yd * yd));
        }

        var log = Vector256.Create(_components.Logs[component]);
        var squares = _squares.AsSpan(component * Vectors, Vectors);
        var logs = _logs.AsSpan(component * Vectors, Vectors);
        (squares[0], squares[1], squares[2], squares[3]) = (a, b, c, d);
        for (var vector = 0; vector < Vectors; vector++)
        {
            logs[vector] = log - (squares[vector] * 0.5);
        }
    }

    /// <summary>Turns logarithms into probabilities by masses; gives the sum of the logarithms of the densities.</summary>
    private double Normalize(int tile)
    {
        var sum = 0.0;
        Span<double> tops = stackalloc double[PointTiles.Lanes];
        Span<double> sums = stackalloc double[PointTiles.Lanes];
        for (var vector = 0; vector < Vectors; vector++)
        {
            var (top, label, square) = Top(vector);
            var total = Vector256<double>.Zero;
            for (var component = 0; component < _components.Count; component++)
            {
                ref var log = ref _logs[(component * Vectors) + vector];
                log = VectorExponential.Of(log - top);
                total += log;
            }

            var start = (tile * PointTiles.Tile) + (vector * PointTiles.Lanes);
            var masses = Masses(start);
            var scale = masses / total;
            for (var component = 0; component < _components.Count; component++)
            {
                _logs[(component * Vectors) + vector] *= scale;
            }

            top.CopyTo(tops);
            total.CopyTo(sums);
            for (var lane = 0; lane < PointTiles.Lanes && start + lane < _points.Count; lane++)
            {
                sum += masses[lane] * (tops[lane] + Math.Log(sums[lane]));
                (Labels[start + lane], Squares[start + lane]) = ((int)label[lane], square[lane]);
            }
        }

        return sum;
    }

    private (Vector256<double> Top, Vector256<double> Label, Vector256<double> Square) Top(int vector)
    {
        var (top, label, square) = (_logs[vector], Vector256<double>.Zero, _squares[vector]);
        for (var component = 1; component < _components.Count; component++)
        {
            var log = _logs[(component * Vectors) + vector];
            var isHigher = Vector256.GreaterThan(log, top);
            top = Vector256.ConditionalSelect(isHigher, log, top);
            label = Vector256.ConditionalSelect(isHigher, Vector256.Create((double)component), label);
            square = Vector256.ConditionalSelect(isHigher, _squares[(component * Vectors) + vector], square);
        }

        return (top, label, square);
    }

    /// <summary>Places that no point stands in have no mass.</summary>
    private Vector256<double> Masses(int start)
    {
        if (start + PointTiles.Lanes <= _points.Count)
        {
            return Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_points.Masses), (nuint)start);
        }

        Span<double> some = stackalloc double[PointTiles.Lanes];
        some.Clear();
        for (var lane = 0; start + lane < _points.Count; lane++)
        {
            some[lane] = _points.Masses[start + lane];
        }

        return Vector256.Create<double>(some);
    }

    private void Add(int tile, int component)
    {
        var probable = _logs.AsSpan(component * Vectors, Vectors);
        if (!Vector256.GreaterThanAny(Vector256.Max(Vector256.Max(probable[0], probable[1]), Vector256.Max(probable[2], probable[3])), Vector256.Create(Least)))
        {
            return;
        }

        Centre(tile, component);
        _massSums[component] += probable[0] + probable[1] + (probable[2] + probable[3]);
        var firsts = _firstSums.AsSpan(component * _components.Axes, _components.Axes);
        var seconds = _secondSums.AsSpan(component * _components.FactorLength, _components.FactorLength);
        var place = 0;
        for (var axis = 0; axis < _components.Axes; axis++)
        {
            var apart = _apart.AsSpan(axis * Vectors, Vectors);
            var (a, b, c, d) = (probable[0] * apart[0], probable[1] * apart[1], probable[2] * apart[2], probable[3] * apart[3]);
            firsts[axis] += a + b + (c + d);
            for (var other = _components.IsDiagonal ? axis : 0; other <= axis; other++)
            {
                var beside = _apart.AsSpan(other * Vectors, Vectors);
                seconds[place++] += (a * beside[0]) + (b * beside[1]) + ((c * beside[2]) + (d * beside[3]));
            }
        }
    }
}
