using System.Diagnostics;
using System.Text.Json.Nodes;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

namespace Modelwright.Quality.Runs;

/// <summary>How many rows a second a program predicts that has loaded the package and the rows, on all its threads.</summary>
internal static class ManyRows
{
    private const int Rounds = 5;

    /// <summary>As of single rows: what is measured is not the compiler.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Predicts all rows of a file at once, once two seconds of it that do not count are over.</summary>
    /// <param name="model">The package.</param>
    /// <param name="rowsFile">Rows without the target.</param>
    /// <returns>Median seconds, rows a second, and the number of rows.</returns>
    public static JsonObject Measure(string model, string rowsFile)
    {
        var rows = Table.ReadAsync(rowsFile).GetAwaiter().GetResult();
        using var predictor = Predictor.Load(model);
        for (var warming = Stopwatch.StartNew(); warming.Elapsed < WarmUp;)
        {
            predictor.Predict(rows, Environment.ProcessorCount);
        }

        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            predictor.Predict(rows, Environment.ProcessorCount);
            times[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(times);
        return new() { ["median_s"] = times[Rounds / 2], ["rows_per_second"] = rows.RowCount / times[Rounds / 2], ["n"] = rows.RowCount };
    }
}
