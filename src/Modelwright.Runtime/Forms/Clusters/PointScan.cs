using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Forms.Clusters;

/// <summary>
/// Looks at every point, cluster by cluster. Points stand in tiles of four, axis by axis, each cluster in tiles of its own that its
/// last point fills up; each distance is summed on its own, so it has the same bits whatever the width of the machine's vectors.
/// </summary>
/// <remarks>Hot.</remarks>
internal sealed class PointScan
{
    private const int Lanes = 4;
    private readonly double[] _tiles;
    private readonly int[] _firstTile;
    private readonly int[] _firstPoint;
    private readonly int _axes;

    internal PointScan(PointClusters state)
    {
        _axes = state.Space.Inputs.Count;
        _firstTile = new int[state.Counts.Length + 1];
        _firstPoint = new int[state.Counts.Length + 1];
        for (var cluster = 0; cluster < state.Counts.Length; cluster++)
        {
            _firstPoint[cluster + 1] = _firstPoint[cluster] + state.Counts[cluster];
            _firstTile[cluster + 1] = _firstTile[cluster] + ((state.Counts[cluster] + Lanes - 1) / Lanes);
        }

        _tiles = new double[(long)_firstTile[^1] * Lanes * _axes];
        for (var cluster = 0; cluster < state.Counts.Length; cluster++)
        {
            Lay(state.Points, cluster);
        }
    }

    internal long Bytes => (8L * _tiles.Length) + (8L * _firstTile.Length);

    /// <summary>Finds the nearest point, and the nearest of another cluster. Of two as near the one that comes first.</summary>
    internal NearestCluster Find(ReadOnlySpan<double> place)
    {
        var nearest = new NearestCluster(0, 0, double.PositiveInfinity, double.PositiveInfinity);
        for (var cluster = 0; cluster + 1 < _firstTile.Length; cluster++)
        {
            var (point, squared) = Nearest(place, cluster);
            if (squared < nearest.Squared)
            {
                nearest = new(cluster, point, squared, nearest.Squared);
            }
            else if (squared < nearest.SecondSquared)
            {
                nearest = nearest with { SecondSquared = squared };
            }
        }

        return nearest;
    }

    private void Lay(double[] points, int cluster)
    {
        for (var tile = _firstTile[cluster]; tile < _firstTile[cluster + 1]; tile++)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                var place = ((tile - _firstTile[cluster]) * Lanes) + lane;
                var point = Math.Min(_firstPoint[cluster] + place, _firstPoint[cluster + 1] - 1);
                for (var axis = 0; axis < _axes; axis++)
                {
                    _tiles[(((tile * _axes) + axis) * Lanes) + lane] = points[(point * _axes) + axis];
                }
            }
        }
    }

    private (int Point, double Squared) Nearest(ReadOnlySpan<double> place, int cluster)
    {
        var best = Vector256.Create(double.PositiveInfinity);
        var at = Vector256<long>.Zero;
        ref var tiles = ref MemoryMarshal.GetArrayDataReference(_tiles);
        var from = (nuint)_firstTile[cluster] * (nuint)(_axes * Lanes);
        for (long tile = 0; tile < _firstTile[cluster + 1] - _firstTile[cluster]; tile++)
        {
            var sum = Vector256<double>.Zero;
            foreach (var axis in place)
            {
                var apart = Vector256.LoadUnsafe(ref tiles, from) - Vector256.Create(axis);
                sum += apart * apart;
                from += Lanes;
            }

            var isNearer = Vector256.LessThan(sum, best);
            best = Vector256.ConditionalSelect(isNearer, sum, best);
            at = Vector256.ConditionalSelect(isNearer.AsInt64(), Vector256.Create(tile), at);
        }

        return First(best, at, cluster);
    }

    private (int Point, double Squared) First(Vector256<double> best, Vector256<long> at, int cluster)
    {
        var (point, squared) = (int.MaxValue, double.PositiveInfinity);
        for (var lane = 0; lane < Lanes; lane++)
        {
            var one = Math.Min(_firstPoint[cluster] + (int)(at[lane] * Lanes) + lane, _firstPoint[cluster + 1] - 1);
            if (best[lane] < squared || (best[lane] == squared && one < point))
            {
                (point, squared) = (one, best[lane]);
            }
        }

        return (point, squared);
    }
}
