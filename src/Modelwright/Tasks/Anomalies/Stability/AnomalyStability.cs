using Modelwright.Measures.Intervals;
using Modelwright.Recording;
using Modelwright.Validation;

namespace Modelwright.Tasks.Anomalies.Stability;

/// <summary>How far the same rows are the strangest where half of the rows were never there: the chosen members are fitted again on halves, and score all rows.</summary>
/// <param name="ground">The rows and the time.</param>
/// <param name="detectors">The chosen detectors, fitted on all rows.</param>
internal sealed class AnomalyStability(TaskGround ground, IReadOnlyList<FittedMember> detectors)
{
    private const int Halves = 5;
    private const int Chance = 0x57AB;
    private const int FewestHalves = 3;
    private const int FewestRows = 20;
    private const int FewestStrange = 10;

    /// <summary>Rows that are scored again, at equal distances, and rows that are fitted again.</summary>
    private const int MostRows = 5_000;
    private const int MostFitted = 10_000;

    /// <summary>The part of the time that is left which may be taken.</summary>
    private const double MostOfTime = 0.5;

    /// <summary>Measures it.</summary>
    /// <param name="scores">The scores that are shipped, one a row.</param>
    /// <param name="share">The share of rows that are anomalies.</param>
    /// <param name="seconds">What a half takes beside the detectors.</param>
    /// <param name="again">What a half makes of some rows: their scores in the same order.</param>
    /// <returns>The share of the same rows and the rank correlation; none, with a note, where there was no time, and none of fewer than 20 rows.</returns>
    public (IReadOnlyList<Figure> Figures, string? Note) Of(double[] scores, double share, double seconds, Func<HalfDetectors, int[], int, double[]> again)
    {
        if (scores.Length < FewestRows)
        {
            return ([], null);
        }

        var stride = (scores.Length + MostRows - 1) / MostRows;
        int[] rows = [.. Enumerable.Range(0, (scores.Length + stride - 1) / stride).Select(place => place * stride)];
        var taken = Math.Min(scores.Length / 2, MostFitted);
        var (allowed, start) = (ground.SecondsLeft * MostOfTime, ground.Time.GetTimestamp());
        var shipped = Array.ConvertAll(rows, row => scores[row]);
        var count = Math.Clamp((int)Math.Round(share * rows.Length), FewestStrange, rows.Length / 2);
        List<(double Same, double Rank)> found = [];
        for (var half = 0; half < Halves && MayGoOn(half); half++)
        {
            var seed = Seeds.Mix(Seeds.Mix(ground.Seed, Chance), half);
            var own = again(new(ground, detectors, RowSample.Draw(scores.Length, taken, seed)), rows, seed);
            found.Add((SameRows.Share(shipped, own, count), SameRows.RankCorrelation(shipped, own)));
        }

        if (found.Count < FewestHalves)
        {
            return ([], "There was no time to see whether the same rows are strange where half of the rows are left out. Give the run more time.");
        }

        return ([Figure("stability", [.. found.Select(one => one.Same)], 0, count), Figure("rank_correlation", [.. found.Select(one => one.Rank)], -1, rows.Length)], null);

        // The first half is begun where an estimate says that enough of them fit, the others by what was taken.
        bool MayGoOn(int done)
        {
            var spent = ground.Time.GetElapsedTime(start).TotalSeconds;
            return done == 0
                ? FewestHalves * (seconds + Seconds(rows.Length, taken)) <= allowed
                : spent + (spent / done) <= allowed && spent / done * FewestHalves <= allowed;
        }
    }

    private double Seconds(int rows, int taken) => detectors.Sum(member =>
    {
        var shape = ground.Shape(member.Member.Learner);
        var cost = member.Member.Learner.Estimate(shape with { Rows = taken }, member.Member.Values);
        return (Math.Min(member.Seconds * ground.Threads, cost.Seconds) + (cost.RowSeconds * rows)) / ground.Threads;
    });

    /// <summary>The mean with its interval. Halves share rows, so the spread is that of Nadeau and Bengio 2003: s² (1/n + left out by taken).</summary>
    private static Figure Figure(string metric, double[] values, double least, int rows)
    {
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) * ((1.0 / values.Length) + 1));
        var reach = StudentQuantile.Of(values.Length - 1) * error;
        return new()
        {
            Model = "shipped",
            Data = "resampled",
            Metric = metric,
            Value = mean,
            StandardError = error,
            Lower = Math.Max(least, mean - reach),
            Upper = Math.Min(1, mean + reach),
            Rows = rows,
            HigherIsBetter = true,
        };
    }
}
