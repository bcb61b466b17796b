using System.Globalization;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Linear;

/// <summary>Walks penalties from strong to weak, each from the last one's solution, and picks the one with the least loss on validation rows.</summary>
internal sealed class PenaltyPath(LinearProblem problem, LinearSettings settings, FitContext context)
{
    private const int Penalties = 16;

    /// <summary>The weakest penalty as a part of the strongest.</summary>
    private const double WeakestShare = 1e-6;

    /// <summary>The path is left when this many penalties in a row were no better.</summary>
    private const int Patience = 2;

    /// <summary>Steps of the path need less exactness than the fit that follows.</summary>
    private const double LeastTolerance = 5e-4;

    /// <summary>Ridge alone has no strongest penalty; as in glmnet it is taken as if this part were on absolute values.</summary>
    private const double LeastL1Ratio = 1e-3;

    /// <summary>The part of the time until the deadline that the path may take.</summary>
    private const double TimeShare = 0.5;

    /// <summary>Walks.</summary>
    /// <param name="validation">The loss of the validation rows.</param>
    /// <returns>The best penalty, within the parameter's range, and whether the clock had a say in it.</returns>
    public (double Penalty, bool WasLate) Best(ISmoothLoss validation)
    {
        var until = context.SecondsLeft * (1 - TimeShare);
        var loose = settings with { Tolerance = Math.Max(settings.Tolerance, LeastTolerance) };
        var slopes = new double[validation.Length];
        var point = problem.Start;
        var strongest = Strongest();
        var (best, least, worse) = (strongest, double.PositiveInfinity, 0);
        var wasLate = false;
        for (var step = 0; step < Penalties && worse < Patience; step++)
        {
            if (context.SecondsLeft < until)
            {
                return (Within(best), true);
            }

            var penalty = Within(strongest * Math.Pow(WeakestShare, step / (Penalties - 1.0)));
            var descent = OrthantDescent.Run(problem.Objective(penalty, settings.L1Ratio), point, loose, context);
            (point, wasLate) = (descent.Point, wasLate || descent.WasLate);
            var loss = validation.Evaluate(point, slopes);
            worse = loss < least ? 0 : worse + 1;
            (best, least) = loss < least ? (penalty, loss) : (best, least);
        }

        return (Within(best), wasLate);
    }

    /// <summary>The penalty at which all coefficients are zero.</summary>
    private double Strongest()
    {
        var slopes = new double[problem.Loss.Length];
        problem.Loss.Evaluate(problem.Start, slopes);
        var columns = problem.Standardization.Spreads.Length;
        var largest = 0.0;
        for (var place = 0; place < slopes.Length / (columns + 1) * columns; place++)
        {
            largest = Math.Max(largest, Math.Abs(slopes[place]) * problem.Standardization.Spreads[place % columns]);
        }

        return largest / Math.Max(settings.L1Ratio, LeastL1Ratio);
    }

    /// <summary>Within the parameter's range, and of three digits, as a person would write it in a plan.</summary>
    private static double Within(double penalty)
    {
        var rounded = double.Parse(penalty.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Clamp(double.IsNaN(rounded) ? LinearParameters.Penalty.Default : rounded, LinearParameters.Penalty.Minimum, LinearParameters.Penalty.Maximum);
    }
}
