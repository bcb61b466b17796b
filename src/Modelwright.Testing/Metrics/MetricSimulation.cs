using System.Globalization;
using Modelwright.Measures;

namespace Modelwright.Testing.Metrics;

/// <summary>Whether the 95 % interval holds the true score as often as it says, and scores spread as the standard error says.</summary>
internal static class MetricSimulation
{
    private const int Runs = 1_000;
    private const int TruthRows = 1_000_000;
    private const double Nominal = 0.95;
    private const double Allowed = 0.02;

    /// <summary>The spread of 1,000 scores is known to about 2 %; on few rows the standard error itself is off by its higher orders.</summary>
    private const double AllowedError = 0.12;

    /// <summary>Draws samples of 200 and 2,000 rows and counts; the true score is that of a million rows.</summary>
    /// <param name="subject">The metric.</param>
    /// <param name="kind">Which samples.</param>
    public static void Run(MetricSubject subject, int kind)
    {
        var truth = subject.Metric.Score(MetricSamples.Draw(subject.Task, kind, TruthRows, seed: -1));
        foreach (var rows in (int[])[200, 2_000])
        {
            var estimates = Estimates(subject, kind, rows);
            var share = estimates.Count(estimate => estimate.Lower <= truth && truth <= estimate.Upper) / (double)Runs;
            MetricSubject.Expect(
                Math.Abs(share - Nominal) <= Allowed,
                string.Create(CultureInfo.InvariantCulture, $"the interval of {rows} rows to hold {truth} in {Nominal:P0} of the runs, give or take {Allowed:P0}"),
                share.ToString("P1", CultureInfo.InvariantCulture));
            ErrorIsSpread(rows, estimates);
        }
    }

    private static void ErrorIsSpread(int rows, Estimate[] estimates)
    {
        var mean = estimates.Average(estimate => estimate.Value);
        var spread = Math.Sqrt(estimates.Sum(estimate => (estimate.Value - mean) * (estimate.Value - mean)) / (Runs - 1));
        var error = estimates.Average(estimate => estimate.StandardError);
        MetricSubject.Expect(
            Math.Abs(error - spread) <= AllowedError * spread,
            string.Create(CultureInfo.InvariantCulture, $"the standard error of {rows} rows to be the {spread:G4} by which scores of {Runs} samples spread, give or take {AllowedError:P0}"),
            error.ToString("G4", CultureInfo.InvariantCulture));
    }

    private static Estimate[] Estimates(MetricSubject subject, int kind, int rows)
    {
        var estimates = new Estimate[Runs];
        for (var run = 0; run < Runs; run++)
        {
            estimates[run] = subject.Metric.Estimate(MetricSamples.Draw(subject.Task, kind, rows, seed: run));
        }

        return estimates;
    }
}
