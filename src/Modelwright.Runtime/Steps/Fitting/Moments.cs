using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>Mean and standard deviation of the finite values of a column; sums run in row order, so the bits never differ.</summary>
/// <param name="Count">Finite values.</param>
/// <param name="Mean">Their mean, by weight; 0 where there are none.</param>
/// <param name="Deviation">Their standard deviation (of the population); 0 where all are equal.</param>
internal readonly record struct Moments(int Count, double Mean, double Deviation)
{
    internal static Moments Of(Blocks<double> values, double[]? weights)
    {
        var (count, least, most) = Range(values);
        if (count == 0 || least == most)
        {
            return new(count, count == 0 ? 0 : least, 0);
        }

        // In units of the largest value, so that squares of 1e300 stay finite and those of 1e-300 above zero.
        var unit = Math.Max(Math.Abs(least), Math.Abs(most));
        var (total, sum) = Sum(values, weights, unit, null);
        if (!(total > 0))
        {
            return new(count, 0, 0);
        }

        var mean = sum / total;
        var (_, squares) = Sum(values, weights, unit, mean);
        return new(count, mean * unit, Math.Sqrt(squares / total) * unit);
    }

    /// <summary>The total weight, and the weighted sum of the values or, around a centre, of their squares.</summary>
    private static (double Total, double Sum) Sum(Blocks<double> values, double[]? weights, double unit, double? centre)
    {
        var (total, sum) = (0.0, 0.0);
        var squares = centre is not null;
        var middle = centre ?? 0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            var span = values[block];
            for (var row = 0; row < span.Length; row++)
            {
                if (double.IsFinite(span[row]))
                {
                    var weight = weights is null ? 1 : weights[(block * Blocks<double>.Size) + row];
                    var apart = (span[row] / unit) - middle;
                    total += weight;
                    sum += weight * (squares ? apart * apart : apart);
                }
            }
        }

        return (total, sum);
    }

    private static (int Count, double Least, double Most) Range(Blocks<double> values)
    {
        var (count, least, most) = (0, double.PositiveInfinity, double.NegativeInfinity);
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                if (double.IsFinite(value))
                {
                    count++;
                    least = value < least ? value : least;
                    most = value > most ? value : most;
                }
            }
        }

        return (count, least, most);
    }
}
