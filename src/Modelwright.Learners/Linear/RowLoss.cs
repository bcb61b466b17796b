using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Linear;

/// <summary>
/// The loss as a sum over rows: half the squared error, the logistic loss of two classes, or the multinomial one. Rows are
/// cut into bands fixed by their number, whose sums are added in order: the same bits at any number of threads.
/// </summary>
internal sealed class RowLoss : ISmoothLoss
{
    private const int MostBands = 32;

    /// <summary>Products in one look at the data under which threads cost more than they bring.</summary>
    private const double SmallWork = 200_000;

    private readonly MatrixColumn[] _columns;
    private readonly double[] _centers;
    private readonly double[] _spreads;
    private readonly LinearTarget _target;
    private readonly FitContext _context;
    private readonly int _outputs;
    private readonly int _chunks;
    private readonly RowLossBand[] _bands;

    /// <summary>Prepares the rows.</summary>
    /// <param name="features">A table with the standardised columns.</param>
    /// <param name="standardization">Center and spread of the training rows.</param>
    /// <param name="target">The target of the rows.</param>
    /// <param name="context">Threads and cancellation.</param>
    public RowLoss(Table features, Standardization standardization, LinearTarget target, FitContext context)
    {
        (_target, _context, _outputs) = (target, context, target.Outputs);
        _columns = [.. standardization.Names.Select(name => MatrixColumn.Of(((NumberColumn)features[name]).Values))];
        _centers = [.. _columns.Select((column, position) => standardization.Centers[position] - column.Offset)];
        _spreads = standardization.Spreads;
        _chunks = (features.RowCount + MatrixColumn.ChunkRows - 1) / MatrixColumn.ChunkRows;
        _bands = [.. Enumerable.Range(0, Math.Min(_chunks, MostBands)).Select(_ => new RowLossBand(_columns, target))];
    }

    /// <inheritdoc/>
    public int Length => _outputs * (_columns.Length + 1);

    /// <inheritdoc/>
    public double Curvature => _target.Classes == 0 ? 1 : (1 - (1.0 / _target.Classes)) / _target.Classes;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var (coefficients, intercepts) = Raw(point);
        var work = (double)_target.Weights.Length * _columns.Length * _outputs;
        if (_context.Threads <= 1 || work < SmallWork)
        {
            for (var band = 0; band < _bands.Length; band++)
            {
                RunBand(band, coefficients, intercepts);
            }
        }
        else
        {
            Parallel.For(0, _bands.Length, new ParallelOptions { MaxDegreeOfParallelism = _context.Threads }, band => RunBand(band, coefficients, intercepts));
        }

        _context.Cancellation.ThrowIfCancellationRequested();
        return Collect(gradient);
    }

    private void RunBand(int band, double[] coefficients, double[] intercepts)
    {
        if (_context.Cancellation.IsCancellationRequested)
        {
            return;
        }

        var first = (int)((long)band * _chunks / _bands.Length);
        var end = (int)((long)(band + 1) * _chunks / _bands.Length);
        _bands[band].Run(first, end, coefficients, intercepts);
    }

    /// <summary>Parameters for the columns as they lie, in place of standardised ones.</summary>
    private (double[] Coefficients, double[] Intercepts) Raw(ReadOnlySpan<double> point)
    {
        var columns = _columns.Length;
        var coefficients = new double[_outputs * columns];
        var intercepts = point[coefficients.Length..].ToArray();
        for (var output = 0; output < _outputs; output++)
        {
            for (var column = 0; column < columns; column++)
            {
                var place = (output * columns) + column;
                coefficients[place] = point[place] / _spreads[column];
                intercepts[output] -= coefficients[place] * _centers[column];
            }
        }

        return (coefficients, intercepts);
    }

    private double Collect(Span<double> gradient)
    {
        var loss = 0.0;
        gradient.Clear();
        foreach (var band in _bands)
        {
            loss += band.Loss;
            for (var place = 0; place < gradient.Length; place++)
            {
                gradient[place] += band.Slopes[place];
            }
        }

        var columns = _columns.Length;
        for (var output = 0; output < _outputs; output++)
        {
            var residual = gradient[(_outputs * columns) + output];
            for (var column = 0; column < columns; column++)
            {
                ref var slope = ref gradient[(output * columns) + column];
                slope = (slope - (_centers[column] * residual)) / _spreads[column];
            }
        }

        return loss;
    }
}
