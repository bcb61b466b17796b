using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>
/// Draws first centres: each by the squared distances to those before it, the best of several tries.
/// </summary>
/// <remarks>Arthur &amp; Vassilvitskii 2007, k-means++, in the greedy form of its section 6 with 2 + ln k tries.</remarks>
internal sealed class CenterSeeds
{
    private readonly ClusterPoints _points;
    private readonly PointTiles _tiles;
    private readonly double[] _near;
    private readonly double[] _one;
    private readonly double[] _best;

    /// <summary>Makes room.</summary>
    public CenterSeeds(ClusterPoints points, PointTiles tiles)
    {
        (_points, _tiles) = (points, tiles);
        var room = PointTiles.TilesOf(points.Count) * PointTiles.Tile;
        (_near, _one, _best) = (new double[room], new double[room], new double[room]);
    }

    /// <summary>Draws centres at different points.</summary>
    /// <param name="count">No more than there are points.</param>
    /// <param name="random">Chance.</param>
    /// <returns>Centres x axes.</returns>
    public double[] Draw(int count, ref SeededRandom random)
    {
        var centers = new double[count * _points.Axes];
        Array.Fill(_near, double.PositiveInfinity);
        var first = Drawn(_points.Masses, _points.Masses.Sum(), ref random);
        var total = Offer(first, _near);
        Array.Copy(_one, _near, _near.Length);
        _points.Place(first).CopyTo(centers);
        var tries = 2 + (int)Math.Log(count);
        for (var center = 1; center < count; center++)
        {
            (var point, total) = Best(tries, total, ref random);
            Array.Copy(_best, _near, _near.Length);
            _points.Place(point).CopyTo(centers.AsSpan(center * _points.Axes));
        }

        return centers;
    }

    /// <summary>The best of some points drawn by how far they are from the centres there are.</summary>
    /// <param name="near">One a point: the square of the distance to the nearest centre.</param>
    /// <param name="tries">Points to draw.</param>
    /// <param name="random">Chance.</param>
    public int Next(ReadOnlySpan<double> near, int tries, ref SeededRandom random)
    {
        near[.._near.Length].CopyTo(_near);
        var total = 0.0;
        for (var point = 0; point < _points.Count; point++)
        {
            total += _points.Masses[point] * _near[point];
        }

        return Best(tries, total, ref random).Point;
    }

    private (int Point, double Total) Best(int tries, double total, ref SeededRandom random)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var one = 0; one < tries; one++)
        {
            var point = DrawnByDistance(total, ref random);
            var sum = Offer(point, _near);
            if (sum < least)
            {
                (best, least) = (point, sum);
                Array.Copy(_one, _best, _one.Length);
            }
        }

        return (best, least);
    }

    /// <summary>The sum of squares with one more centre; squares are left in <see cref="_one"/>.</summary>
    private double Offer(int point, double[] near)
    {
        _tiles.SquaresTo(_points.Place(point), _one);
        var sum = 0.0;
        for (var other = 0; other < _points.Count; other++)
        {
            _one[other] = Math.Min(_one[other], near[other]);
            sum += _points.Masses[other] * _one[other];
        }

        return sum;
    }

    private int DrawnByDistance(double total, ref SeededRandom random)
    {
        var left = random.Share() * total;
        var last = 0;
        for (var point = 0; point < _points.Count; point++)
        {
            var part = _points.Masses[point] * _near[point];
            last = part > 0 ? point : last;
            left -= part;
            if (left < 0)
            {
                return last;
            }
        }

        return last;
    }

    private static int Drawn(double[] masses, double total, ref SeededRandom random)
    {
        var left = random.Share() * total;
        var point = 0;
        while (point + 1 < masses.Length && left >= masses[point])
        {
            left -= masses[point++];
        }

        return point;
    }
}
