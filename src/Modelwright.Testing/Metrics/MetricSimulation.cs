using System.Globalization;

namespace Modelwright.Testing.Metrics;

/// <summary>Whether the 95 % interval holds the true score as often as it says.</summary>
internal static class MetricSimulation
{
    private const int Runs = 1_000;
    private const int TruthRows = 1_000_000;
    private const double Nominal = 0.95;
    private const double Allowed = 0.02;

    /// <summary>Draws samples of 200 and 2,000 rows and counts; the true score is that of a million rows.</summary>
    /// <param name="subject">The metric.</param>
    /// <param name="kind">Which samples.</param>
    public static void Run(MetricSubject subject, int kind)
    {
        var truth = subject.Metric.Score(MetricSamples.Draw(subject.Task, kind, TruthRows, seed: -1));
        foreach (var rows in (int[])[200, 2_000])
        {
            var share = Coverage(subject, kind, rows, truth);
            MetricSubject.Expect(
                Math.Abs(share - Nominal) <= Allowed,
                string.Create(CultureInfo.InvariantCulture, $"the interval of {rows} rows to hold {truth} in {Nominal:P0} of the runs, give or take {Allowed:P0}"),
                share.ToString("P1", CultureInfo.InvariantCulture));
        }
    }

    private static double Coverage(MetricSubject subject, int kind, int rows, double truth)
    {
        var held = 0;
        for (var run = 0; run < Runs; run++)
        {
            var estimate = subject.Metric.Estimate(MetricSamples.Draw(subject.Task, kind, rows, seed: run));
            held += estimate.Lower <= truth && truth <= estimate.Upper ? 1 : 0;
        }

        return (double)held / Runs;
    }
}
