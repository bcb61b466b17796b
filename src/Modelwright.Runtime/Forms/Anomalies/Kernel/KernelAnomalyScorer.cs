using System.Buffers;
using Modelwright.Runtime.Forms.Kernel;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Kernel;

/// <summary>Scores by the sum, and explains by the points that are nearest.</summary>
internal sealed class KernelAnomalyScorer(PointExpansion expansion, ExpansionScorer scorer) : IRowScorer
{
    /// <inheritdoc/>
    public void Score(ReadOnlySpan<double> values, Span<double> scores) => scorer.Score(values, scores);

    /// <summary>The squared distance along each axis, on the mean over the points by their share in the sum; far from all of them, by the nearest.</summary>
    public void Explain(ReadOnlySpan<double> values, Span<double> parts)
    {
        var axes = expansion.Space.Inputs.Count;
        var places = ArrayPool<double>.Shared.Rent(axes);
        var distances = ArrayPool<double>.Shared.Rent(expansion.Functions);
        try
        {
            for (var start = 0; start < values.Length; start += axes)
            {
                expansion.Space.Place(values.Slice(start, axes), places.AsSpan(0, axes));
                Explain(places.AsSpan(0, axes), distances.AsSpan(0, expansion.Functions), parts.Slice(start, axes));
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(places);
            ArrayPool<double>.Shared.Return(distances);
        }
    }

    private void Explain(ReadOnlySpan<double> place, Span<double> distances, Span<double> parts)
    {
        parts.Clear();
        var nearest = double.PositiveInfinity;
        for (var point = 0; point < distances.Length; point++)
        {
            distances[point] = Squared(place, point);
            nearest = Math.Min(nearest, distances[point]);
        }

        // Measured from the nearest point, so that the shares of far points do not all become 0.
        var sum = 0.0;
        for (var point = 0; point < distances.Length; point++)
        {
            var share = -expansion.Coefficients[point] * PortableMath.Exp(-expansion.Gamma * (distances[point] - nearest));
            sum += share;
            Add(place, point, share, parts);
        }

        foreach (ref var part in parts)
        {
            part = sum > 0 ? part / sum : 0;
        }
    }

    private double Squared(ReadOnlySpan<double> place, int point)
    {
        var other = expansion.Points.AsSpan(point * place.Length, place.Length);
        var sum = 0.0;
        for (var axis = 0; axis < place.Length; axis++)
        {
            sum += (place[axis] - other[axis]) * (place[axis] - other[axis]);
        }

        return sum;
    }

    private void Add(ReadOnlySpan<double> place, int point, double share, Span<double> parts)
    {
        var other = expansion.Points.AsSpan(point * place.Length, place.Length);
        for (var axis = 0; axis < place.Length; axis++)
        {
            parts[axis] += share * (place[axis] - other[axis]) * (place[axis] - other[axis]);
        }
    }
}
