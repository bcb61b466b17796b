using System.Diagnostics;
using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;

namespace Modelwright.Segments;

/// <summary>A whole training run on many rows: what a person waits for.</summary>
internal static class ManyRows
{
    private const int Rows = 100_000;
    private const int Columns = 20;
    private const int Segments = 8;

    /// <summary>Runs with the usual budget and says what was found.</summary>
    public static async Task<string> RunAsync()
    {
        var random = new Random(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[][] centres = [.. Enumerable.Range(0, Segments).Select(_ => Enumerable.Range(0, Columns).Select(_ => 3 * Normal()).ToArray())];
        double[] spreads = [.. Enumerable.Range(0, Segments).Select(_ => 0.6 + random.NextDouble())];
        Column[] columns =
        [
            .. Enumerable.Range(0, Columns).Select(column => new NumberColumn($"x{(column + 1).ToString(CultureInfo.InvariantCulture)}", [.. Enumerable.Range(0, Rows).Select(row => centres[row % Segments][column] + (spreads[row % Segments] * Normal()))])),
            new NumberColumn("truth", [.. Enumerable.Range(0, Rows).Select(row => (double)(row % Segments))]),
        ];
        var watch = Stopwatch.StartNew();
        var run = await new Training(new Table(columns), null) { Learners = new LearnerCatalog().AddBuiltIn(), Task = LearningTask.Clustering, Truth = "truth", Threads = 2 }.RunAsync().ConfigureAwait(false);
        var agreement = run.Evidence.Figures.Single(figure => figure.Metric == "adjusted_rand").Value;
        return string.Create(CultureInfo.InvariantCulture, $"A whole training run on {Rows:#,0} generated rows of {Columns} columns with {Segments} normal segments, with the usual budget of 60 s on two threads: {run.Evidence.Segments!.Count} found, adjusted Rand index {agreement:0.000}, in {watch.Elapsed.TotalSeconds:0.0} s.");
    }
}
