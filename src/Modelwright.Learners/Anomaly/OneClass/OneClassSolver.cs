using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.OneClass;

/// <summary>Finds how much each point holds up the region: least squared length at a sum of 1, each within its bound.</summary>
/// <remarks>Schölkopf and others 2001, equations 4 to 6; pairs that violate most are moved first, as LIBSVM does (Fan, Chen &amp; Lin 2005, first order).</remarks>
internal sealed class OneClassSolver
{
    private const double Tolerance = 1e-5;
    private const int StepsBetweenLooks = 512;

    private readonly float[] _kernel;
    private readonly double[] _bounds;
    private readonly double[] _sums;

    /// <summary>Starts with the first points at their bounds.</summary>
    /// <param name="kernel">Points x points.</param>
    /// <param name="bounds">One a point, above 0; their sum is 1 or more.</param>
    public OneClassSolver(float[] kernel, double[] bounds)
    {
        (_kernel, _bounds) = (kernel, bounds);
        (Weights, _sums) = (new double[bounds.Length], new double[bounds.Length]);
        var left = 1.0;
        for (var point = 0; point < bounds.Length && left > 0; point++)
        {
            Weights[point] = Math.Min(left, bounds[point]);
            left -= Weights[point];
            Add(point, Weights[point]);
        }
    }

    /// <summary>One a point, 0 or more.</summary>
    public double[] Weights { get; }

    /// <summary>The sum of kernels on the border of the region.</summary>
    public double Border { get; private set; }

    /// <summary>Pairs that were moved.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether no pair is left that gains.</summary>
    public bool HasConverged { get; private set; }

    /// <summary>Moves pairs until none gains, the steps are used up or the deadline has come.</summary>
    public void Run(int most, FitContext context)
    {
        while (Steps < most && !(Steps > 0 && Steps % StepsBetweenLooks == 0 && context.IsLate))
        {
            if (Steps % StepsBetweenLooks == 0)
            {
                context.Cancellation.ThrowIfCancellationRequested();
            }

            if (!Step())
            {
                HasConverged = true;
                break;
            }

            Steps++;
        }

        Border = BorderOf();
    }

    private bool Step()
    {
        var (least, most) = Ends();
        if (least < 0 || most < 0 || _sums[most] - _sums[least] < Tolerance)
        {
            return false;
        }

        var size = _bounds.Length;
        var curve = _kernel[(least * size) + least] + _kernel[(most * size) + most] - (2 * _kernel[(least * size) + most]);
        var step = (_sums[most] - _sums[least]) / Math.Max(curve, 1e-12);
        step = Math.Min(step, Math.Min(_bounds[least] - Weights[least], Weights[most]));
        Weights[least] = Math.Min(_bounds[least], Weights[least] + step);
        Weights[most] = Math.Max(0, Weights[most] - step);
        for (var point = 0; point < size; point++)
        {
            _sums[point] += step * ((double)_kernel[(least * size) + point] - _kernel[(most * size) + point]);
        }

        return step > 0;
    }

    /// <summary>The point of least sum that may take more, and that of most sum that may give some.</summary>
    private (int Least, int Most) Ends()
    {
        var (least, most) = (-1, -1);
        for (var point = 0; point < _sums.Length; point++)
        {
            if (Weights[point] < _bounds[point] && (least < 0 || _sums[point] < _sums[least]))
            {
                least = point;
            }

            if (Weights[point] > 0 && (most < 0 || _sums[point] > _sums[most]))
            {
                most = point;
            }
        }

        return (least, most);
    }

    private void Add(int point, double weight)
    {
        for (var other = 0; other < _sums.Length; other++)
        {
            _sums[other] += weight * _kernel[(point * _sums.Length) + other];
        }
    }

    /// <summary>The mean over the points within their bounds; where there are none, the middle between those outside and inside.</summary>
    private double BorderOf()
    {
        var (sum, free, outside, inside) = (0.0, 0, double.NegativeInfinity, double.PositiveInfinity);
        for (var point = 0; point < _sums.Length; point++)
        {
            if (Weights[point] > 0 && Weights[point] < _bounds[point])
            {
                (sum, free) = (sum + _sums[point], free + 1);
            }

            outside = Weights[point] > 0 ? Math.Max(outside, _sums[point]) : outside;
            inside = Weights[point] > 0 ? inside : Math.Min(inside, _sums[point]);
        }

        return free > 0 ? sum / free : double.IsFinite(inside) ? (outside + inside) / 2 : outside;
    }
}
