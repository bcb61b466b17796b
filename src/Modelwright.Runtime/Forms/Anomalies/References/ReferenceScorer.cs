using System.Buffers;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Runtime.Forms.Anomalies.References;

/// <summary>Finds the points that stand for the nearest rows; how their distances become a score is told by the scorers of each form.</summary>
internal abstract class ReferenceScorer : IRowScorer
{
    private readonly NeighborIndex _index;
    private readonly int _neighbors;
    private readonly int _most;

    /// <summary>Prepares the search.</summary>
    protected ReferenceScorer(string form, ReferencePoints points, int neighbors)
    {
        ReferenceCheck.Check(form, points, neighbors);
        _index = new(new(points.Space, points.Places, points.Count));
        (Points, _neighbors, _most) = (points, neighbors, points.MostFor(neighbors));
    }

    /// <summary>The points.</summary>
    protected ReferencePoints Points { get; }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        var keys = ArrayPool<ulong>.Shared.Rent(scores.Length * _most);
        var places = ArrayPool<float>.Shared.Rent(values.Length);
        try
        {
            Find(values, places.AsSpan(0, values.Length), keys.AsSpan(0, scores.Length * _most));
            for (var row = 0; row < scores.Length; row++)
            {
                scores[row] = Score(Nearest(keys.AsSpan(row * _most, _most)));
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(keys);
            ArrayPool<float>.Shared.Return(places);
        }
    }

    /// <summary>The squared distance along each axis from the nearest points, on the mean over the rows they stand for.</summary>
    public void Explain(ReadOnlySpan<double> values, Span<double> parts)
    {
        var axes = Points.Space.Inputs.Count;
        if (axes == 0)
        {
            return;
        }

        var rows = values.Length / axes;
        var keys = ArrayPool<ulong>.Shared.Rent(rows * _most);
        var places = ArrayPool<float>.Shared.Rent(values.Length);
        try
        {
            Find(values, places.AsSpan(0, values.Length), keys.AsSpan(0, rows * _most));
            for (var row = 0; row < rows; row++)
            {
                Explain(places.AsSpan(row * axes, axes), Nearest(keys.AsSpan(row * _most, _most)), parts.Slice(row * axes, axes));
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(keys);
            ArrayPool<float>.Shared.Return(places);
        }
    }

    /// <summary>The score of a row with these nearest points, nearest first.</summary>
    protected abstract double Score(ReadOnlySpan<ulong> nearest);

    /// <summary>How far a row of the point is.</summary>
    protected double Distance(ulong key) => Math.Sqrt(NearestKeys.Distance(key) + Points.Spreads[NearestKeys.Point(key)]);

    /// <summary>How many of the neighbours that are still wanted a point stands for.</summary>
    protected double Share(ulong key, double wanted) => Math.Min(Points.Masses[NearestKeys.Point(key)], wanted);

    /// <summary>Neighbours that are looked at.</summary>
    protected int Neighbors => _neighbors;

    private void Find(ReadOnlySpan<double> values, Span<float> places, Span<ulong> keys)
    {
        Points.Space.Place(values, places);
        _index.Find(places, _most, keys);
    }

    /// <summary>As many points as stand for the neighbours.</summary>
    private ReadOnlySpan<ulong> Nearest(ReadOnlySpan<ulong> keys)
    {
        var (count, mass) = (0, 0.0);
        while (count < keys.Length && mass < _neighbors)
        {
            mass += Points.Masses[NearestKeys.Point(keys[count++])];
        }

        return keys[..count];
    }

    private void Explain(ReadOnlySpan<float> place, ReadOnlySpan<ulong> nearest, Span<double> parts)
    {
        parts.Clear();
        var (wanted, sum) = ((double)_neighbors, 0.0);
        foreach (var key in nearest)
        {
            var share = Share(key, wanted);
            wanted -= share;
            sum += share;
            var point = Points.Places.AsSpan(NearestKeys.Point(key) * place.Length, place.Length);
            for (var axis = 0; axis < place.Length; axis++)
            {
                double apart = place[axis] - point[axis];
                parts[axis] += share * apart * apart;
            }
        }

        foreach (ref var part in parts)
        {
            part /= sum;
        }
    }
}
