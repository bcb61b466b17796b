using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Learners.Kernel.Vectors;

/// <summary>
/// Fits a support vector machine: one problem, or one against all others a class, solved side by side on the same rows of the
/// kernel; then the same on parts of the rows, from whose scores probabilities are made.
/// </summary>
internal sealed class VectorFit
{
    /// <summary>Variables looked at between two looks at the clock.</summary>
    private const double LooksBetween = 4e6;

    private readonly VectorSettings _settings;
    private readonly FitContext _context;
    private readonly KernelTarget _target;
    private readonly KernelSpace _space;
    private readonly double[] _places;
    private readonly double _gamma;
    private readonly KernelRows? _kernel;
    private readonly IReadOnlyList<string> _classes;

    private VectorFit(TrainingSet data, VectorSettings settings, FitContext context)
    {
        (_settings, _context, _classes) = (settings, context, data.Classes);
        _target = new(data);
        _space = ColumnPlaces.Of(data.Features);
        _places = _space.Place(data.Features);
        var axes = _space.Inputs.Count;
        _gamma = settings.Gamma * MedianDistance.Gamma(_places, axes);
        _kernel = axes == 0 ? null : new(_places, axes, _gamma, settings.CacheBytes);
    }

    /// <summary>Whether all problems were solved to the tolerance.</summary>
    public bool HasConverged { get; private set; } = true;

    /// <summary>Fits a machine.</summary>
    /// <param name="data">Checked data of so many rows as may be learned from.</param>
    /// <param name="settings">The setting.</param>
    /// <param name="context">The context.</param>
    /// <returns>The form, the setting that repeats it, and whether it converged.</returns>
    public static (IForm Form, VectorSettings Decided, bool HasConverged) Run(TrainingSet data, VectorSettings settings, FitContext context)
    {
        var fit = new VectorFit(data, settings, context);
        var solvers = fit.Solvers(_ => false);
        var isLate = fit.Solve(solvers, 0);
        fit.HasConverged = Array.TrueForAll(solvers, solver => solver.HasConverged);
        var decided = isLate ? settings with { MaxIterations = Math.Max(1, solvers.Max(solver => solver.Iterations)), InnerFolds = 0 } : settings;
        if (data.Task.AnswersNumbers)
        {
            return (fit.Number(solvers), isLate ? decided with { InnerFolds = settings.InnerFolds } : decided, fit.HasConverged);
        }

        var scores = decided.InnerFolds > 1 ? fit.Unseen(decided.InnerFolds) : null;
        decided = scores is null && decided.InnerFolds > 1 ? decided with { InnerFolds = 0 } : decided;
        return (fit.Class(solvers, new(fit._target, scores ?? fit.Scores(solvers))), decided, fit.HasConverged);
    }

    private SmoSolver[] Solvers(Func<int, bool> isLeftOut) => _kernel is null ? [] :
    [
        .. Enumerable.Range(0, _target.Outputs).Select(output => new SmoSolver(
            _kernel,
            _target.Classes == 0 ? SmoProblem.Numbers(_target, _settings) : SmoProblem.Classes(_target, output, _settings, isLeftOut))),
    ];

    /// <summary>Solves problems side by side, so that at a deadline all have moved as many pairs; whether it came.</summary>
    /// <param name="solvers">The problems.</param>
    /// <param name="stage">0 for the fit itself, then the folds.</param>
    private bool Solve(SmoSolver[] solvers, int stage)
    {
        var pairs = (int)Math.Clamp(LooksBetween / Math.Max(1, _target.Rows), 100, 5000);
        for (var done = 0; done < _settings.MaxIterations && !Array.TrueForAll(solvers, solver => solver.HasConverged);)
        {
            // Some pairs of the fit itself are moved however late it is: there is always a usable form.
            if ((done > 0 || stage > 0) && _context.IsLate)
            {
                return true;
            }

            var block = Math.Min(pairs, _settings.MaxIterations - done);
            foreach (var solver in solvers)
            {
                solver.Advance(block);
                _context.Cancellation.ThrowIfCancellationRequested();
            }

            done += block;
            _context.Progress?.Invoke((stage + (done / (done + (4.0 * _target.Rows)))) / (_settings.InnerFolds + 1));
            _context.Cancellation.ThrowIfCancellationRequested();
        }

        return false;
    }

    /// <summary>Scores of each row by a fit that has not seen it: outputs x rows; null where the deadline came.</summary>
    private double[]? Unseen(int folds)
    {
        var scores = new double[_target.Outputs * _target.Rows];
        var foldOf = InnerFolds.Of(_target, folds);
        for (var fold = 0; fold < folds; fold++)
        {
            var left = fold;
            var solvers = Solvers(row => foldOf[row] == left);
            if (Solve(solvers, 1 + fold))
            {
                return null;
            }

            var found = Scores(solvers);
            for (var place = 0; place < scores.Length; place++)
            {
                scores[place] = foldOf[place % _target.Rows] == fold ? found[place] : scores[place];
            }
        }

        return scores;
    }

    private double[] Scores(SmoSolver[] solvers)
    {
        var scores = new double[_target.Outputs * _target.Rows];
        for (var output = 0; output < solvers.Length; output++)
        {
            var intercept = solvers[output].Intercept();
            for (var row = 0; row < _target.Rows; row++)
            {
                scores[(output * _target.Rows) + row] = solvers[output].Score(row) + intercept;
            }
        }

        return scores;
    }

    private NumberKernelForm Number(SmoSolver[] solvers)
    {
        var (points, coefficients) = Points(solvers);
        var intercept = solvers.Length == 0 ? 0 : solvers[0].Intercept();
        double[] scaled = [.. coefficients.Select(coefficient => coefficient * _target.Scale)];
        return new(new PointExpansion(_space, points, _gamma, scaled, [(intercept * _target.Scale) + _target.Offset]));
    }

    private ClassKernelForm Class(SmoSolver[] solvers, ScoreScaling scaling)
    {
        var (points, coefficients) = Points(solvers);
        var count = coefficients.Length / Math.Max(1, solvers.Length);
        double[] scaled = [.. coefficients.Select((coefficient, place) => coefficient * scaling.Slopes[place / count])];
        double[] intercepts = [.. scaling.Offsets.Select((offset, output) => offset + (scaling.Slopes[output] * (solvers.Length == 0 ? 0 : solvers[output].Intercept())))];
        return new(new PointExpansion(_space, points, _gamma, scaled, intercepts), _classes, _target.Classes == 2 ? ProbabilityLink.Logistic : ProbabilityLink.Softmax);
    }

    /// <summary>The rows that count in any output, and how much they do: outputs x points.</summary>
    private (double[] Points, double[] Coefficients) Points(SmoSolver[] solvers)
    {
        var axes = _space.Inputs.Count;
        int[] rows = [.. Enumerable.Range(0, _target.Rows).Where(row => Array.Exists(solvers, solver => solver.Coefficient(row) != 0))];
        double[] points = [.. rows.SelectMany(row => _places.AsSpan(row * axes, axes).ToArray())];
        return (points, [.. solvers.SelectMany(solver => rows.Select(solver.Coefficient))]);
    }
}
