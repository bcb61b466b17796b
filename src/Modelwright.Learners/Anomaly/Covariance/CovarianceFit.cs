using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.Ellipsoid;
using Modelwright.Runtime.Forms.Anomalies.Ellipsoid;

namespace Modelwright.Learners.Anomaly.Covariance;

/// <summary>From the closest rows to the shape: rows within the usual distance are looked at again, and distances brought to their usual size.</summary>
internal sealed class CovarianceFit
{
    /// <summary>Columns up to which all are looked at; of more, their leading axes.</summary>
    private const int MostDirect = LeadingAxes.Leading;

    /// <summary>Rows this far out, as a share of a normal distribution, are left out of the second look.</summary>
    private const double Usual = 0.975;

    private readonly StandardColumns _columns;
    private readonly FitContext _context;
    private readonly AxisSet? _axes;
    private readonly double[][] _lines;

    /// <summary>Prepares the fit.</summary>
    public CovarianceFit(StandardColumns columns, FitContext context)
    {
        (_columns, _context) = (columns, context);
        var most = Math.Min(MostDirect, LeadingAxes.Known(columns.Rows));
        _axes = columns.Columns.Length > most ? LeadingAxes.Of(columns.Columns, context).Leading(most, columns.Columns.Length) : null;
        _lines = _axes is null ? columns.Columns : LeadingAxes.Along(_axes.Axes, columns.Columns, context);
    }

    /// <summary>The shape, and the starts that there was time for.</summary>
    public (EllipsoidForm Form, int Starts) Run(int starts, double support)
    {
        if (_columns.Rows < ColumnSpread.FewestRows || _lines.Length == 0 || _columns.Spreads[0].Scale == 0)
        {
            return (Shape.Of(_columns, [], [], 0), starts);
        }

        var (first, done) = new ClosestRows(_lines, support, _context).Find(starts);
        var (rows, _) = Within(first);
        var spread = rows.Length < ColumnSpread.FewestRows ? first : Spread.Of(_lines, rows, _context);
        var (_, size) = Within(spread);
        return (Form(spread, size), done);
    }

    /// <summary>The rows at a usual distance, and the size of distances beside that of a normal distribution.</summary>
    private (int[] Rows, double Size) Within(Spread spread)
    {
        var distances = new double[_columns.Rows];
        spread.Distances(_lines, distances);
        var sorted = (double[])distances.Clone();
        Array.Sort(sorted);
        var size = sorted[sorted.Length / 2] / ChiSquared.Quantile(0.5, _lines.Length);
        size = size > 0 ? size : 1;
        var limit = size * ChiSquared.Quantile(Usual, _lines.Length);
        return ([.. Enumerable.Range(0, distances.Length).Where(row => distances[row] <= limit)], size);
    }

    private EllipsoidForm Form(Spread spread, double size)
    {
        var own = AxisSet.Of([.. spread.Covariance.Select(line => (double[])line.Clone())], _context.Cancellation);
        double[] stretches = [.. own.Variances.Select(variance => 1 / Math.Sqrt(variance * size))];
        var center = spread.Mean.ToArray();
        return _axes is null
            ? Shape.Of(_columns, own.Axes, stretches, 0, center)
            : Shape.Of(_columns, [.. own.Axes.Select(Turned)], stretches, Rest(_axes), Turned(center));
    }

    /// <summary>What stands on the leading axes, on the columns.</summary>
    private double[] Turned(double[] along)
    {
        var turned = new double[_columns.Columns.Length];
        for (var axis = 0; axis < along.Length; axis++)
        {
            Lines.Add(_axes!.Axes[axis], along[axis], turned);
        }

        return turned;
    }

    /// <summary>All that is beside the leading axes counts as one more; where nothing is left there, as the last of them.</summary>
    private double Rest(AxisSet axes)
    {
        var beside = axes.Rest * (_columns.Columns.Length - axes.Axes.Length);
        return 1 / Math.Sqrt(Math.Max(beside, 1e-3 * axes.Variances[^1]));
    }
}
