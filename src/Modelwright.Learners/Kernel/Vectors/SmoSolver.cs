namespace Modelwright.Learners.Kernel.Vectors;

/// <summary>
/// Solves the dual of a support vector machine two variables at a time: the one that breaks its condition most, and the one
/// with which the objective falls most.
/// </summary>
/// <remarks>
/// Sequential minimal optimisation (Platt 1998) with the working sets of Fan, Chen &amp; Lin 2005, second-order information,
/// WSS 2; without shrinking. A hot file: its loops are written out.
/// </remarks>
internal sealed class SmoSolver
{
    /// <summary>In place of a curvature of 0, as in LIBSVM.</summary>
    private const double LeastCurvature = 1e-12;

    private readonly KernelRows _kernel;
    private readonly SmoProblem _problem;
    private readonly double[] _alpha;
    private readonly double[] _slack;
    private readonly bool[] _canRise;
    private readonly bool[] _canFall;
    private double _highest = double.NegativeInfinity;
    private double _lowest = double.PositiveInfinity;

    /// <summary>Starts with all variables at 0.</summary>
    public SmoSolver(KernelRows kernel, SmoProblem problem)
    {
        (_kernel, _problem) = (kernel, problem);
        _alpha = new double[problem.Start.Length];
        _slack = (double[])problem.Start.Clone();
        (_canRise, _canFall) = (new bool[_alpha.Length], new bool[_alpha.Length]);
        for (var variable = 0; variable < _alpha.Length; variable++)
        {
            Mark(variable);
        }
    }

    /// <summary>Whether no pair breaks its conditions by more than the tolerance.</summary>
    public bool HasConverged { get; private set; }

    /// <summary>Pairs moved so far.</summary>
    public int Iterations { get; private set; }

    /// <summary>What pairs break their conditions by at most, when last looked at.</summary>
    public double Violation => _highest - _lowest;

    /// <summary>The variables.</summary>
    public ReadOnlySpan<double> Alpha => _alpha;

    /// <summary>Moves some pairs, or fewer where it converges.</summary>
    public void Advance(int pairs)
    {
        for (var pair = 0; pair < pairs && !HasConverged; pair++)
        {
            var up = Highest();
            var row = up < 0 ? default : _kernel.Row(up % _kernel.Count);
            var down = up < 0 ? -1 : Best(row);
            if (down < 0 || Violation <= _problem.Tolerance)
            {
                HasConverged = true;
                return;
            }

            Move(up, down, row, _kernel.Row(down % _kernel.Count));
            Iterations++;
        }
    }

    /// <summary>The score of each row without the intercept: what its variables' start is above where they stand.</summary>
    public double Score(int row) => _problem.Start[row] - _slack[row];

    /// <summary>How much each row counts in a score.</summary>
    public double Coefficient(int row)
    {
        var sum = 0.0;
        for (var variable = row; variable < _alpha.Length; variable += _kernel.Count)
        {
            sum += _problem.Signs[variable] * _alpha[variable];
        }

        return sum;
    }

    /// <summary>The intercept: the mean over variables that stand at no bound, or the middle of what is left open.</summary>
    public double Intercept()
    {
        var (sum, free) = (0.0, 0);
        var (high, low) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var variable = 0; variable < _alpha.Length; variable++)
        {
            if (_canRise[variable] && _canFall[variable])
            {
                sum += _slack[variable];
                free++;
            }

            high = _canRise[variable] ? Math.Max(high, _slack[variable]) : high;
            low = _canFall[variable] ? Math.Min(low, _slack[variable]) : low;
        }

        return free > 0 ? sum / free
            : double.IsFinite(high) && double.IsFinite(low) ? (high + low) / 2
            : double.IsFinite(high) ? high : double.IsFinite(low) ? low : 0;
    }

    private int Highest()
    {
        var (best, highest) = (-1, double.NegativeInfinity);
        var slack = _slack;
        for (var variable = 0; variable < slack.Length; variable++)
        {
            if (slack[variable] > highest && _canRise[variable])
            {
                (best, highest) = (variable, slack[variable]);
            }
        }

        _highest = highest;
        return best;
    }

    private int Best(ReadOnlySpan<float> row)
    {
        var (best, most, lowest) = (-1, 0.0, double.PositiveInfinity);
        for (var start = 0; start < _slack.Length; start += row.Length)
        {
            var slack = _slack.AsSpan(start, row.Length);
            var canFall = _canFall.AsSpan(start, row.Length);
            for (var place = 0; place < row.Length; place++)
            {
                if (!canFall[place])
                {
                    continue;
                }

                lowest = Math.Min(lowest, slack[place]);
                var gap = _highest - slack[place];
                if (gap > 0 && gap * gap > most * Curvature(row[place]))
                {
                    (best, most) = (start + place, gap * gap / Curvature(row[place]));
                }
            }
        }

        _lowest = lowest;
        return best;
    }

    private static double Curvature(float likeness) => Math.Max(2 - (2.0 * likeness), LeastCurvature);

    private void Move(int up, int down, ReadOnlySpan<float> upRow, ReadOnlySpan<float> downRow)
    {
        var wanted = (_slack[up] - _slack[down]) / Curvature(upRow[down % upRow.Length]);
        var step = Math.Min(wanted, Math.Min(Room(up, _problem.Signs[up] > 0), Room(down, _problem.Signs[down] < 0)));
        Shift(up, _problem.Signs[up] > 0, step);
        Shift(down, _problem.Signs[down] < 0, step);
        for (var start = 0; start < _slack.Length; start += upRow.Length)
        {
            var slack = _slack.AsSpan(start, upRow.Length);
            for (var place = 0; place < slack.Length; place++)
            {
                slack[place] -= step * ((double)upRow[place] - downRow[place]);
            }
        }
    }

    /// <summary>How far a variable may go on its way.</summary>
    private double Room(int variable, bool rises) => rises ? _problem.Bounds[variable] - _alpha[variable] : _alpha[variable];

    private void Shift(int variable, bool rises, double step)
    {
        // Set to the bound itself where it is reached, so that no rest of rounding keeps it open.
        var isAll = step >= Room(variable, rises);
        _alpha[variable] = rises
            ? isAll ? _problem.Bounds[variable] : _alpha[variable] + step
            : isAll ? 0 : _alpha[variable] - step;
        Mark(variable);
    }

    private void Mark(int variable)
    {
        var (canGrow, canShrink) = (_alpha[variable] < _problem.Bounds[variable], _alpha[variable] > 0);
        (_canRise[variable], _canFall[variable]) = _problem.Signs[variable] > 0 ? (canGrow, canShrink) : (canShrink, canGrow);
    }
}
