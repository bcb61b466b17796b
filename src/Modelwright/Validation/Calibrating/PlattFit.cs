using Modelwright.Measures;
using Modelwright.Runtime.Forms.Calibrated;

namespace Modelwright.Validation.Calibrating;

/// <summary>A straight line over the log-odds of each mapped class, by the least log loss.</summary>
/// <remarks>
/// Source: Platt 1999, "Probabilistic outputs for support vector machines", with its smoothed targets; solved as in Lin, Lin and
/// Weng 2007, "A note on Platt's probabilistic outputs". A line that falls is laid flat, so that ranks are never turned round.
/// </remarks>
internal static class PlattFit
{
    private const int MostSteps = 100;
    private const double Ridge = 1e-12;
    private const double Enough = 1e-10;
    private const double Nearest = 1e-12;

    /// <summary>Fits.</summary>
    public static ProbabilityMap Fit(ClassAnswers answers)
    {
        var width = answers.Classes.Count;
        int[] places = width == 2 ? [1] : [.. Enumerable.Range(0, width)];
        var lines = Array.ConvertAll(places, place => Line(answers, place));
        return new() { Method = ProbabilityMap.Platt, Slopes = Array.ConvertAll(lines, line => line.Slope), Offsets = Array.ConvertAll(lines, line => line.Offset) };
    }

    private static (double Slope, double Offset) Line(ClassAnswers answers, int place)
    {
        var (odds, yes, no) = (new double[answers.Count], 0.0, 0.0);
        for (var row = 0; row < odds.Length; row++)
        {
            var held = Math.Clamp(answers.Probabilities[(row * answers.Classes.Count) + place], Nearest, 1 - Nearest);
            odds[row] = Math.Log(held / (1 - held));
            yes += answers.Truth[row] == place ? Weight(answers, row) : 0;
            no += answers.Truth[row] == place ? 0 : Weight(answers, row);
        }

        var problem = new Problem(answers, place, odds, (yes + 1) / (yes + 2), 1 / (no + 2));
        var (slope, offset) = Solve(problem, 1, 0, isFlat: false);
        return slope >= 0 ? (slope, offset) : Solve(problem, 0, Math.Log((yes + 1) / (no + 1)), isFlat: true);
    }

    /// <summary>Newton's steps, halved while they do not lower the loss.</summary>
    private static (double Slope, double Offset) Solve(Problem problem, double slope, double offset, bool isFlat)
    {
        var loss = problem.Loss(slope, offset);
        for (var step = 0; step < MostSteps; step++)
        {
            var (bySlope, byOffset, twice, mixed, twiceOffset) = problem.Derivatives(slope, offset);
            if (isFlat)
            {
                (bySlope, mixed, twice) = (0, 0, 1);
            }

            var determinant = ((twice + Ridge) * (twiceOffset + Ridge)) - (mixed * mixed);
            var way = (Slope: -(((twiceOffset + Ridge) * bySlope) - (mixed * byOffset)) / determinant, Offset: -(((twice + Ridge) * byOffset) - (mixed * bySlope)) / determinant);
            var (share, lower) = (1.0, double.PositiveInfinity);
            while (share > Enough && !((lower = problem.Loss(slope + (share * way.Slope), offset + (share * way.Offset))) < loss))
            {
                share /= 2;
            }

            if (!(lower < loss))
            {
                break;
            }

            (slope, offset) = (slope + (share * way.Slope), offset + (share * way.Offset));
            if (loss - lower < Enough * Math.Abs(loss))
            {
                break;
            }

            loss = lower;
        }

        return (slope, offset);
    }

    private static double Weight(ClassAnswers answers, int row) => answers.Weights?[row] ?? 1;

    private sealed record Problem(ClassAnswers Answers, int Place, double[] Odds, double Yes, double No)
    {
        public double Loss(double slope, double offset)
        {
            var loss = 0.0;
            for (var row = 0; row < Odds.Length; row++)
            {
                var score = (slope * Odds[row]) + offset;

                // The log of 1 + e^score without its overflow.
                loss += Weight(Answers, row) * (Math.Max(score, 0) + Math.Log(1 + Math.Exp(-Math.Abs(score))) - (Target(row) * score));
            }

            return loss;
        }

        public (double BySlope, double ByOffset, double Twice, double Mixed, double TwiceOffset) Derivatives(double slope, double offset)
        {
            var (bySlope, byOffset, twice, mixed, twiceOffset) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var row = 0; row < Odds.Length; row++)
            {
                var said = 1 / (1 + Math.Exp(-((slope * Odds[row]) + offset)));
                var first = Weight(Answers, row) * (said - Target(row));
                var second = Weight(Answers, row) * said * (1 - said);
                bySlope += first * Odds[row];
                byOffset += first;
                twice += second * Odds[row] * Odds[row];
                mixed += second * Odds[row];
                twiceOffset += second;
            }

            return (bySlope, byOffset, twice, mixed, twiceOffset);
        }

        private double Target(int row) => Answers.Truth[row] == Place ? Yes : No;
    }
}
