using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Learners.Kernel.Waves;

/// <summary>Fits ridge regression on drawn waves; for classes on 1 and -1, with probabilities made from answers to rows left out.</summary>
internal sealed class WaveFit
{
    /// <summary>Rows left out to choose the penalty, and to make probabilities.</summary>
    private const int MostJudged = 400;
    private const int MostScaled = 4000;

    private const int Stream = 0x0DE4;

    private static readonly double[] Penalties = [0.3, 3, 0.03, 30];

    private readonly TrainingSet _data;
    private readonly FitContext _context;
    private readonly KernelTarget _target;
    private readonly WaveExpansion _waves;
    private readonly WaveRidge _ridge;

    private WaveFit(TrainingSet data, WaveSettings settings, FitContext context)
    {
        (_data, _context) = (data, context);
        _target = new(data);
        var space = ColumnPlaces.Of(data.Features);
        var places = space.Place(data.Features);
        var gamma = settings.Gamma * MedianDistance.Gamma(places, space.Inputs.Count);
        _waves = WaveDraw.Of(space, gamma, settings.Waves(_target.Rows), context.Seed);
        _ridge = new(new(_waves, places, Order(_target.Rows, settings.MaxRows, context.Seed)), _target, context);
    }

    /// <summary>Fits a machine.</summary>
    /// <param name="data">Checked data.</param>
    /// <param name="settings">The setting.</param>
    /// <param name="context">The context.</param>
    /// <returns>The form, and the setting that repeats it: as many rows as the deadline let it learn from.</returns>
    public static (IForm Form, WaveSettings Decided) Run(TrainingSet data, WaveSettings settings, FitContext context)
    {
        var fit = new WaveFit(data, settings, context);
        var isLate = fit._ridge.Sum();
        var decided = isLate ? settings with { MaxRows = fit._ridge.Summed } : settings;
        if (settings.Penalty is { } penalty)
        {
            return (fit.Form(fit._ridge.Solve(penalty)), decided);
        }

        var (solution, best, isCut) = fit.Best();
        return (fit.Form(solution), isCut ? decided with { Penalty = best } : decided);
    }

    /// <summary>All rows or so many, in a drawn order: what was summed when a deadline came is a draw as well.</summary>
    private static int[] Order(int count, int most, int seed)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        var random = new SeededRandom(seed, Stream);
        for (var place = 0; place < Math.Min(most, count); place++)
        {
            var other = place + random.Below(count - place);
            (rows[place], rows[other]) = (rows[other], rows[place]);
        }

        return most < count ? rows[..most] : rows;
    }

    /// <summary>The penalty of least error on rows left out, among those that there was time to try; at least one.</summary>
    private (WaveSolution Solution, double Penalty, bool IsCut) Best()
    {
        var (best, penalty, least) = (_ridge.Solve(Penalties[0]), Penalties[0], double.PositiveInfinity);
        foreach (var tried in Penalties)
        {
            var isFirst = tried == penalty && double.IsPositiveInfinity(least);
            if (!isFirst && _context.IsLate)
            {
                return (best, penalty, true);
            }

            var solution = isFirst ? best : _ridge.Solve(tried);
            var error = Error(solution);
            if (error < least)
            {
                (best, penalty, least) = (solution, tried, error);
            }
        }

        return (best, penalty, false);
    }

    private double Error(WaveSolution solution)
    {
        var (rows, scores) = _ridge.LeftOut(solution, MostJudged);
        var sum = 0.0;
        for (var place = 0; place < scores.Length; place++)
        {
            var row = rows[place % rows.Length];
            var gap = scores[place] - _ridge.Value(row, place / rows.Length);
            sum += _target.Weights[row] * gap * gap;
        }

        return sum;
    }

    private IForm Form(WaveSolution solution)
    {
        if (_target.Classes == 0)
        {
            return new NumberKernelForm(With(solution, [_target.Scale], [_target.Offset]));
        }

        var (rows, scores) = _ridge.LeftOut(solution, MostScaled);
        var scaling = new ScoreScaling(_target.Take(rows), scores);
        return new ClassKernelForm(With(solution, scaling.Slopes, scaling.Offsets), _data.Classes, _target.Classes == 2 ? ProbabilityLink.Logistic : ProbabilityLink.Softmax);
    }

    private WaveExpansion With(WaveSolution solution, double[] slopes, double[] offsets)
    {
        var scale = Math.Sqrt(2.0 / _waves.Functions);
        return _waves with
        {
            Coefficients = [.. solution.Coefficients.SelectMany((output, number) => output.Select(coefficient => coefficient * scale * slopes[number]))],
            Intercepts = [.. solution.Intercepts.Select((intercept, number) => (intercept * slopes[number]) + offsets[number])],
        };
    }
}
