using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Kernel;
using Modelwright.Runtime.Forms.Anomalies.References;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Learners.Anomaly.OneClass;

/// <summary>Fits a one-class support vector machine to the means of groups of rows, each as heavy as the rows it stands for.</summary>
internal sealed class OneClassFit
{
    private readonly ReferencePoints _points;
    private readonly double _gamma;
    private readonly OneClassSolver _solver;

    /// <summary>Fits it.</summary>
    public OneClassFit(ReferencePoints points, double nu, double gamma, int steps, FitContext context)
    {
        _points = points;
        var distances = Squared(points, context);
        _gamma = gamma / Median(distances, points.Count);
        for (var pair = 0; pair < distances.Length; pair++)
        {
            distances[pair] = (float)Math.Exp(-_gamma * distances[pair]);
        }

        var rows = points.Masses.Sum();
        _solver = new(distances, [.. points.Masses.Select(mass => Math.Min(1, mass / (nu * rows)))]);
        _solver.Run(steps, context);
    }

    /// <summary>Pairs that the optimiser moved.</summary>
    public int Steps => _solver.Steps;

    /// <summary>Whether it came to its end.</summary>
    public bool HasConverged => _solver.HasConverged;

    /// <summary>The form: the points that hold up the region.</summary>
    public KernelAnomalyForm Form()
    {
        int[] holding = [.. Enumerable.Range(0, _points.Count).Where(point => _solver.Weights[point] > 0)];
        var width = _points.Space.Inputs.Count;
        var expansion = new PointExpansion(
            new(_points.Space.Inputs, _points.Space.Centers, _points.Space.Scales),
            [.. holding.SelectMany(point => _points.Places.Skip(point * width).Take(width)).Select(place => (double)place)],
            _gamma,
            [.. holding.Select(point => -_solver.Weights[point])],
            [_solver.Border]);
        return new(expansion, _points.AreRows);
    }

    private static float[] Squared(ReferencePoints points, FitContext context)
    {
        var (count, width) = (points.Count, points.Space.Inputs.Count);
        var distances = new float[count * count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.Cancellation }, one =>
        {
            var place = points.Places.AsSpan(one * width, width);
            for (var other = 0; other < count; other++)
            {
                var point = points.Places.AsSpan(other * width, width);
                var sum = 0.0;
                for (var axis = 0; axis < width; axis++)
                {
                    double apart = place[axis] - point[axis];
                    sum += apart * apart;
                }

                distances[(one * count) + other] = (float)sum;
            }
        });
        return distances;
    }

    /// <summary>The median of the distances of two different points; 1 where all are in one place (the median heuristic; Caputo and others 2002).</summary>
    private static double Median(float[] distances, int count)
    {
        var sorted = new float[count * (count - 1) / 2];
        var next = 0;
        for (var one = 1; one < count; one++)
        {
            distances.AsSpan(one * count, one).CopyTo(sorted.AsSpan(next));
            next += one;
        }

        Array.Sort(sorted);
        var middle = sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
        var last = sorted.Length == 0 ? 0 : sorted[^1];
        return middle > 0 ? middle : last > 0 ? last : 1;
    }
}
