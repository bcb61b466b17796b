using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.Ellipsoid;

namespace Modelwright.Learners.Anomaly.Covariance;

/// <summary>Mean and covariance of some rows, the covariance drawn a little to a sphere, more where rows are few for their columns.</summary>
/// <remarks>The regularisation of Boudt, Rousseeuw, Vanduffel &amp; Verdonck 2020, "The minimum regularized covariance determinant estimator", with the share set by rows and columns alone.</remarks>
internal sealed class Spread
{
    /// <summary>Rows that weigh as much as one column's sphere.</summary>
    private const double RowsAColumn = 10;

    private const double LeastVariance = 1e-12;
    private const int Together = 256;
    private readonly double[] _mean;
    private readonly double[][] _factor;

    private Spread(double[] mean, double[][] covariance)
    {
        (_mean, Covariance) = (mean, covariance);
        _factor = Factor(covariance);
        LogDeterminant = _factor.Select((line, place) => 2 * Math.Log(line[place])).Sum();
    }

    /// <summary>The mean.</summary>
    public IReadOnlyList<double> Mean => _mean;

    /// <summary>The covariance, one line a column.</summary>
    public double[][] Covariance { get; }

    /// <summary>The logarithm of its determinant: how much room the rows take.</summary>
    public double LogDeterminant { get; }

    /// <summary>The spread of some rows.</summary>
    /// <param name="lines">One line a column.</param>
    /// <param name="rows">The rows, one or more.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static Spread Of(double[][] lines, ReadOnlySpan<int> rows, FitContext context)
    {
        var mean = new double[lines.Length];
        var taken = new double[lines.Length][];
        for (var column = 0; column < lines.Length; column++)
        {
            var (from, to) = (lines[column], new double[rows.Length]);
            for (var place = 0; place < to.Length; place++)
            {
                to[place] = from[rows[place]];
                mean[column] += to[place];
            }

            mean[column] /= to.Length;
            foreach (ref var value in to.AsSpan())
            {
                value -= mean[column];
            }

            taken[column] = to;
        }

        return new(mean, Rounded(LeadingAxes.Products(taken, rows.Length, context), rows.Length));
    }

    /// <summary>The squared distance of every row.</summary>
    /// <param name="lines">One line a column.</param>
    /// <param name="distances">One a row.</param>
    public void Distances(double[][] lines, Span<double> distances)
    {
        var room = new double[lines.Length * Together];
        for (var start = 0; start < distances.Length; start += Together)
        {
            var part = distances.Slice(start, Math.Min(Together, distances.Length - start));
            part.Clear();
            for (var column = 0; column < lines.Length; column++)
            {
                Substitute(lines[column].AsSpan(start, part.Length), column, room, part);
            }
        }
    }

    /// <summary>One line of the solution of factor x unknown = place - mean, added to the distances by its squares.</summary>
    private void Substitute(ReadOnlySpan<double> line, int column, double[] room, Span<double> distances)
    {
        var own = room.AsSpan(column * Together, line.Length);
        for (var row = 0; row < own.Length; row++)
        {
            own[row] = line[row] - _mean[column];
        }

        for (var earlier = 0; earlier < column; earlier++)
        {
            Lines.Add(room.AsSpan(earlier * Together, own.Length), -_factor[column][earlier], own);
        }

        Lines.Scale(own, 1 / _factor[column][column]);
        for (var row = 0; row < own.Length; row++)
        {
            distances[row] += own[row] * own[row];
        }
    }

    private static double[][] Rounded(double[][] covariance, int rows)
    {
        var mean = Math.Max(LeastVariance, covariance.Select((line, place) => line[place]).Average());
        var share = covariance.Length / ((RowsAColumn * rows) + covariance.Length);
        for (var column = 0; column < covariance.Length; column++)
        {
            Lines.Scale(covariance[column], 1 - share);
            covariance[column][column] += share * mean;
        }

        return covariance;
    }

    /// <summary>The lower factor (Cholesky).</summary>
    private static double[][] Factor(double[][] covariance)
    {
        double[][] factor = [.. covariance.Select(_ => new double[covariance.Length])];
        for (var row = 0; row < factor.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = covariance[row][column] - Lines.Dot(factor[row].AsSpan(0, column), factor[column].AsSpan(0, column));
                factor[row][column] = column < row ? rest / factor[column][column] : Math.Sqrt(Math.Max(rest, 1e-9 * covariance[row][row]));
            }
        }

        return factor;
    }
}
