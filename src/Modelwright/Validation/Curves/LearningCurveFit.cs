using Modelwright.Measures;
using Modelwright.Recording;

namespace Modelwright.Validation.Curves;

/// <summary>
/// What twice as many rows would give: a power law through the scores of one setting on growing parts of the rows, and how
/// far it spreads when the scored rows are drawn again, the same for every part.
/// </summary>
internal static class LearningCurveFit
{
    private const int Resamples = 200;
    private const double Tail = 0.025;

    /// <summary>Scored rows that are drawn again; more cost time and make the interval hardly narrower.</summary>
    private const int MostRows = 5_000;

    /// <summary>Works it out.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="learner">Name of the learner in prose.</param>
    /// <param name="points">Training rows, and the out-of-fold answers of models trained on as many; three or more, ascending, all to the same rows.</param>
    /// <param name="groups">One number a scored row; null where each is a draw of its own.</param>
    /// <param name="seed">Chance of the draws.</param>
    public static EvidenceLearningCurve Of(IMetric metric, string learner, IReadOnlyList<(int Rows, Answers Answers)> points, int[]? groups, int seed)
    {
        double[] rows = [.. points.Select(point => (double)point.Rows)];
        var law = PowerLaw.Fit(rows, [.. points.Select(point => metric.Loss(point.Answers))]);
        var most = rows[^1];
        double Gain(PowerLaw one) => one.At(most) - one.At(2 * most);
        var (lower, upper) = Spread(metric, points, groups, seed, some => Gain(PowerLaw.Fit(rows, some)));
        var last = metric.Score(points[^1].Answers);
        var sign = metric.Info.HigherIsBetter ? 1 : -1;
        return new()
        {
            Metric = metric.Info.Name,
            Learner = learner,
            Points = [.. points.Select(point => Point(metric, point.Rows, point.Answers, groups))],
            Power = law.Power,
            DoubledRows = (int)(2 * most),
            DoubledScore = last + (sign * Gain(law)),
            Gain = Gain(law),
            GainLower = lower,
            GainUpper = upper,
            Meaning = Meaning(metric.Info, last, sign, (Gain(law), lower, upper)),
        };
    }

    private static EvidenceLearningPoint Point(IMetric metric, int rows, Answers answers, int[]? groups)
    {
        var estimate = metric.Estimate(answers, groups);
        return new(rows, estimate.Value, estimate.StandardError, estimate.Lower, estimate.Upper);
    }

    private static (double Lower, double Upper) Spread(IMetric metric, IReadOnlyList<(int Rows, Answers Answers)> points, int[]? groups, int seed, Func<double[], double> gain)
    {
        int[][] draws = groups is null
            ? [.. Enumerable.Range(0, points[0].Answers.Count).Select(row => new[] { row })]
            : [.. Enumerable.Range(0, groups.Length).GroupBy(row => groups[row]).Select(group => group.ToArray())];
        var wanted = Math.Min(draws.Length, Math.Max(1, MostRows * draws.Length / points[0].Answers.Count));
        var shrink = Math.Sqrt((double)wanted / draws.Length);
        var random = new Random(seed);
        var gains = new List<double>(Resamples);
        var whole = gain([.. points.Select(point => metric.Loss(point.Answers))]);
        for (var resample = 0; resample < Resamples; resample++)
        {
            int[] some = [.. Enumerable.Range(0, wanted).SelectMany(_ => draws[random.Next(draws.Length)])];
            double[] losses = [.. points.Select(point => metric.Loss(point.Answers.Take(some)))];
            if (Array.TrueForAll(losses, double.IsFinite))
            {
                // Fewer rows than there are spread further, by the root of their share.
                gains.Add(whole + (shrink * (gain(losses) - whole)));
            }
        }

        gains.Sort();
        var cut = (int)(Tail * gains.Count);
        return gains.Count == 0 ? (double.NaN, double.NaN) : (gains[cut], gains[gains.Count - 1 - cut]);
    }

    private static string Meaning(MetricInfo metric, double last, int sign, (double Value, double Lower, double Upper) gain)
    {
        var (from, to) = sign > 0 ? (gain.Lower, gain.Upper) : (gain.Upper, gain.Lower);
        string Shown(double value) => FormattableString.Invariant($"{last + (sign * value):G4}");
        return gain.Lower > 0
            ? FormattableString.Invariant($"Twice as many rows would move {metric.Name} from {last:G4} to about {Shown(gain.Value)} ({Shown(from)} to {Shown(to)}).")
            : FormattableString.Invariant($"Whether more rows would help is in doubt: with twice as many {metric.Name} would be about {Shown(gain.Value)} ({Shown(from)} to {Shown(to)}), now {last:G4}.");
    }
}
