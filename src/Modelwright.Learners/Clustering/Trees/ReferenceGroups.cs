using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Trees;

/// <summary>
/// Parts the points of each cluster into small groups of near ones, of at least three rows each, so that the groups' means follow the
/// cluster's shape and are nobody's row: microaggregation (Domingo-Ferrer and Mateo-Sanz 2002), by halving across the longest direction.
/// </summary>
internal sealed class ReferenceGroups
{
    /// <summary>Steps of the power iteration that finds the longest direction; more change groups little.</summary>
    private const int PowerSteps = 4;

    private readonly ClusterPoints _points;
    private readonly int[] _order;
    private readonly double[] _keys;
    private readonly double[] _mean;
    private readonly double[] _direction;
    private readonly double[] _turned;
    private readonly int _fewest;

    private ReferenceGroups(ClusterPoints points, int fewest)
    {
        (_points, _fewest) = (points, fewest);
        (_order, _keys) = (new int[points.Count], new double[points.Count]);
        (_mean, _direction, _turned) = (new double[points.Axes], new double[points.Axes], new double[points.Axes]);
    }

    /// <summary>The groups, cluster by cluster.</summary>
    /// <param name="points">The points.</param>
    /// <param name="cut">Their clusters; points of none are in no group.</param>
    /// <param name="fewest">Rows of a group at the least, where its cluster has so many.</param>
    /// <returns>For each cluster its groups, each some points.</returns>
    public static List<int[]>[] Of(ClusterPoints points, ClusterCut cut, int fewest)
    {
        var groups = new ReferenceGroups(points, fewest);
        var clusters = Enumerable.Range(0, cut.Clusters).Select(_ => new List<int[]>()).ToArray();
        var starts = groups.Sort(cut);
        for (var cluster = 0; cluster < cut.Clusters; cluster++)
        {
            groups.Part(starts[cluster], starts[cluster + 1], clusters[cluster]);
        }

        return clusters;
    }

    /// <summary>Sorts the points by their clusters.</summary>
    private int[] Sort(ClusterCut cut)
    {
        var starts = new int[cut.Clusters + 1];
        foreach (var label in cut.Labels)
        {
            if (label >= 0)
            {
                starts[label + 1]++;
            }
        }

        for (var cluster = 0; cluster < cut.Clusters; cluster++)
        {
            starts[cluster + 1] += starts[cluster];
        }

        var next = (int[])starts.Clone();
        for (var point = 0; point < cut.Labels.Length; point++)
        {
            if (cut.Labels[point] >= 0)
            {
                _order[next[cut.Labels[point]]++] = point;
            }
        }

        return starts;
    }

    private void Part(int from, int to, List<int[]> groups)
    {
        var rows = 0L;
        for (var place = from; place < to; place++)
        {
            rows += _points.Rows[_order[place]];
        }

        if (rows >= 2 * _fewest && to - from > 1)
        {
            Project(from, to);
            Array.Sort(_keys, _order, from, to - from);
            if (Middle(from, to, rows) is var middle and > 0)
            {
                Part(from, middle, groups);
                Part(middle, to, groups);
                return;
            }
        }

        groups.Add(_order[from..to]);
    }

    /// <summary>The place nearest to half of the rows that leaves enough on both sides; -1 where there is none.</summary>
    private int Middle(int from, int to, long rows)
    {
        var (best, off, before) = (-1, long.MaxValue, 0L);
        for (var place = from + 1; place < to; place++)
        {
            before += _points.Rows[_order[place - 1]];
            var apart = Math.Abs(rows - (2 * before));
            if (before >= _fewest && rows - before >= _fewest && apart < off)
            {
                (best, off) = (place, apart);
            }
        }

        return best;
    }

    /// <summary>Where points lie along the longest direction through their mean.</summary>
    private void Project(int from, int to)
    {
        Centre(from, to);
        for (var step = 0; step < PowerSteps; step++)
        {
            Array.Clear(_turned);
            for (var place = from; place < to; place++)
            {
                var along = Along(_order[place]);
                var here = _points.Place(_order[place]);
                for (var axis = 0; axis < here.Length; axis++)
                {
                    _turned[axis] += along * (here[axis] - _mean[axis]);
                }
            }

            if (!ToLengthOne())
            {
                break;
            }
        }

        for (var place = from; place < to; place++)
        {
            _keys[place] = Along(_order[place]);
        }
    }

    private double Along(int point)
    {
        var here = _points.Place(point);
        var sum = 0.0;
        for (var axis = 0; axis < here.Length; axis++)
        {
            sum += _direction[axis] * (here[axis] - _mean[axis]);
        }

        return sum;
    }

    /// <summary>The mean, and the spreads along the axes as the first direction.</summary>
    private void Centre(int from, int to)
    {
        Array.Clear(_mean);
        Array.Clear(_turned);
        for (var place = from; place < to; place++)
        {
            var here = _points.Place(_order[place]);
            for (var axis = 0; axis < here.Length; axis++)
            {
                _mean[axis] += here[axis] / (to - from);
            }
        }

        for (var place = from; place < to; place++)
        {
            var here = _points.Place(_order[place]);
            for (var axis = 0; axis < here.Length; axis++)
            {
                _turned[axis] += (here[axis] - _mean[axis]) * (here[axis] - _mean[axis]);
            }
        }

        ToLengthOne();
    }

    private bool ToLengthOne()
    {
        var sum = 0.0;
        foreach (var axis in _turned)
        {
            sum += axis * axis;
        }

        if (!(sum > 0))
        {
            return false;
        }

        var length = Math.Sqrt(sum);
        for (var axis = 0; axis < _turned.Length; axis++)
        {
            _direction[axis] = _turned[axis] / length;
        }

        return true;
    }
}
