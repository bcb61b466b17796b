using Modelwright.Core.Learning;

namespace Modelwright.Learners.Linear;

/// <summary>
/// Minimises a smooth convex loss with absolute values on it: limited-memory quasi-Newton steps that stay in the orthant of
/// the current point. Without absolute values this is plain L-BFGS with a backtracking line search.
/// </summary>
/// <remarks>Andrew &amp; Gao 2007, "Scalable training of L1-regularized log-linear models" (OWL-QN); Nocedal 1980 for the update.</remarks>
internal sealed class OrthantDescent
{
    /// <summary>Share of the promised descent that a step must bring.</summary>
    private const double Sufficient = 1e-4;

    private const int MostHalvings = 40;

    /// <summary>A descent that is this part of the tolerance counts as none.</summary>
    private const double StallShare = 1e-4;

    private readonly Objective _objective;
    private readonly FitContext _context;
    private readonly QuasiNewton _memory;
    private double[] _point;
    private double[] _gradient;
    private double _value;

    private OrthantDescent(Objective objective, double[] start, FitContext context)
    {
        (_objective, _context) = (objective, context);
        _memory = new(objective.Curvatures);
        (_point, _gradient) = ([.. start], new double[start.Length]);
        _value = objective.Evaluate(_point, _gradient);
    }

    /// <summary>Minimises.</summary>
    /// <param name="objective">What is to be small.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="settings">Iterations and tolerance.</param>
    /// <param name="context">Deadline and cancellation; at least one iteration is done.</param>
    /// <param name="progress">Told the iteration; null where nobody listens.</param>
    public static Descent Run(Objective objective, double[] start, LinearSettings settings, FitContext context, Action<int>? progress = null)
    {
        var descent = new OrthantDescent(objective, start, context);
        for (var iteration = 1; iteration <= settings.MaxIterations; iteration++)
        {
            if (descent.Step(settings.Tolerance))
            {
                return new(descent._point, iteration, HasConverged: true, WasLate: false);
            }

            progress?.Invoke(iteration);
            if (iteration < settings.MaxIterations && context.IsLate)
            {
                return new(descent._point, iteration, HasConverged: false, WasLate: true);
            }
        }

        return new(descent._point, settings.MaxIterations, HasConverged: false, WasLate: false);
    }

    /// <summary>One iteration.</summary>
    /// <returns>Whether there is nothing left to gain.</returns>
    private bool Step(double tolerance)
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        var slopes = Slopes();
        if (slopes.Max(Math.Abs) <= tolerance)
        {
            return true;
        }

        var direction = _memory.Direction(slopes);
        var promised = Align(direction, slopes);
        if (!(promised < 0))
        {
            _memory.Forget();
            direction = _memory.Direction(slopes);
            promised = Vectors.Dot(direction, slopes);
        }

        var before = _value;
        if (!Search(direction, slopes, promised))
        {
            return _memory.IsEmpty || Restart();
        }

        return before - _value <= StallShare * tolerance * Math.Max(1e-3, Math.Abs(_value));
    }

    private bool Restart()
    {
        _memory.Forget();
        return false;
    }

    /// <summary>The slopes of the whole objective; at a kink the one nearest to zero.</summary>
    private double[] Slopes()
    {
        var slopes = new double[_point.Length];
        for (var place = 0; place < slopes.Length; place++)
        {
            var (slope, kink) = (_gradient[place], _objective.Absolutes[place]);
            slopes[place] = _point[place] > 0 ? slope + kink
                : _point[place] < 0 ? slope - kink
                : slope > kink ? slope - kink
                : slope < -kink ? slope + kink
                : 0;
        }

        return slopes;
    }

    /// <summary>Keeps of a direction what goes downhill on penalised parameters, and gives the promised descent.</summary>
    private double Align(double[] direction, double[] slopes)
    {
        for (var place = 0; place < direction.Length; place++)
        {
            if (_objective.Absolutes[place] > 0 && direction[place] * slopes[place] >= 0)
            {
                direction[place] = 0;
            }
        }

        return Vectors.Dot(direction, slopes);
    }

    private bool Search(double[] direction, double[] slopes, double promised)
    {
        var (point, gradient) = (new double[_point.Length], new double[_point.Length]);
        var length = 1.0;
        for (var halving = 0; halving < MostHalvings; halving++, length /= 2)
        {
            Move(direction, slopes, length, point);
            var value = _objective.Evaluate(point, gradient);
            if (value <= _value + (Sufficient * length * promised))
            {
                _memory.Remember(_point, point, _gradient, gradient);
                (_point, _gradient, _value) = (point, gradient, value);
                return true;
            }
        }

        return false;
    }

    /// <summary>A step that ends at zero where it would cross to another orthant.</summary>
    private void Move(double[] direction, double[] slopes, double length, double[] point)
    {
        for (var place = 0; place < point.Length; place++)
        {
            var moved = _point[place] + (length * direction[place]);
            var side = _point[place] != 0 ? _point[place] : -slopes[place];
            point[place] = _objective.Absolutes[place] > 0 && moved * side <= 0 ? 0 : moved;
        }
    }
}
