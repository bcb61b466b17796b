using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>
/// Quantiles of the finite values of a column that count for something. A value stands at the middle of its weight and what lies
/// between two is interpolated; with equal weights that is the usual definition (type 7 of Hyndman and Fan 1996).
/// </summary>
internal sealed class WeightedQuantiles
{
    private readonly double[] _values;
    private readonly double[]? _places;

    private WeightedQuantiles(double[] values, double[]? places) => (_values, _places) = (values, places);

    /// <summary>Values that count.</summary>
    internal int Count => _values.Length;

    internal static WeightedQuantiles Of(Blocks<double> values, double[]? weights)
    {
        var finite = new List<double>(values.RowCount);
        var counts = weights is null ? null : new List<double>(values.RowCount);
        for (var block = 0; block < values.BlockCount; block++)
        {
            var span = values[block];
            for (var row = 0; row < span.Length; row++)
            {
                var weight = weights is null ? 1 : weights[(block * Blocks<double>.Size) + row];
                if (double.IsFinite(span[row]) && weight > 0)
                {
                    // + 0.0 makes one zero of both, so that the order of rows cannot show.
                    finite.Add(span[row] + 0.0);
                    counts?.Add(weight);
                }
            }
        }

        double[] sorted = [.. finite];
        double[]? order = counts is null ? null : [.. counts];
        Array.Sort(sorted, order);
        return new(sorted, order is null || AreEqual(order) ? null : Places(order));
    }

    /// <summary>The quantile of a share from 0 to 1; only where <see cref="Count"/> is above 0.</summary>
    internal double At(double share)
    {
        var last = _values.Length - 1;
        var (below, part) = _places is null ? Even(share * last, last) : Uneven(share);
        return part > 0 ? Between(_values[below], _values[below + 1], part) : _values[below];
    }

    /// <summary>The quantiles of evenly spread shares, the least and the largest value among them.</summary>
    internal double[] Spread(int count)
    {
        var knots = new double[count];
        for (var knot = 0; knot < count; knot++)
        {
            knots[knot] = At(count == 1 ? 0.5 : knot / (count - 1.0));
            knots[knot] = knot > 0 ? Math.Max(knots[knot], knots[knot - 1]) : knots[knot];
        }

        return knots;
    }

    /// <summary>A share of the way from one value to a larger one; each is weighed apart, so that huge ones stay finite.</summary>
    private static double Between(double lower, double upper, double part) =>
        lower == upper ? lower : Math.Clamp((lower * (1 - part)) + (upper * part), lower, upper);

    private static (int Below, double Part) Even(double place, int last)
    {
        var below = Math.Min((int)place, last);
        return (below, below == last ? 0 : place - below);
    }

    private (int Below, double Part) Uneven(double share)
    {
        var found = Array.BinarySearch(_places!, share);
        if (found >= 0)
        {
            return (found, 0);
        }

        var above = Math.Min(~found, _places!.Length - 1);
        var below = Math.Max(0, above - 1);
        var room = _places[above] - _places[below];
        return (below, room > 0 ? Math.Clamp((share - _places[below]) / room, 0, 1) : 0);
    }

    private static bool AreEqual(double[] weights) => Array.TrueForAll(weights, weight => weight == weights[0]);

    /// <summary>Where each value stands from 0 (the middle of the first weight) to 1 (that of the last).</summary>
    private static double[] Places(double[] weights)
    {
        // In units of the largest, so that huge weights stay finite.
        var unit = weights.Max();
        var places = new double[weights.Length];
        var before = 0.0;
        for (var value = 0; value < places.Length; value++)
        {
            var weight = weights[value] / unit;
            places[value] = before + (weight / 2);
            before += weight;
        }

        var (first, range) = (places[0], places[^1] - places[0]);
        for (var value = 0; value < places.Length; value++)
        {
            places[value] = range > 0 ? (places[value] - first) / range : 0;
        }

        return places;
    }
}
