using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Quality.Sets;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Quality.Runs;

/// <summary>How long the prediction of one row takes in a program that has loaded the package.</summary>
internal static class SingleRow
{
    private const int FewestWarmUps = 50;
    private const int Rows = 200;

    /// <summary>A program that serves runs for long: by then its code is compiled in full, and not while it is measured.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Predicts the first rows of a file one by one, by name.</summary>
    /// <param name="model">The package.</param>
    /// <param name="rowsFile">Rows without the target.</param>
    /// <returns>Median and 95th percentile in milliseconds, and the number of rows.</returns>
    public static JsonObject Measure(string model, string rowsFile)
    {
        var records = Csv.Read(rowsFile).Take(1 + Rows).ToArray();
        var rows = records.Skip(1).Select(record => Row(records[0], record)).ToArray();
        using var predictor = Predictor.Load(model);
        var warming = Stopwatch.StartNew();
        for (var round = 0; round < FewestWarmUps || warming.Elapsed < WarmUp; round++)
        {
            predictor.Predict(rows[round % rows.Length]);
        }

        var times = Array.ConvertAll(rows, row =>
        {
            var start = Stopwatch.GetTimestamp();
            predictor.Predict(row);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        Array.Sort(times);
        return new() { ["median_ms"] = times[times.Length / 2], ["p95_ms"] = times[times.Length * 95 / 100], ["n"] = times.Length };
    }

    private static Dictionary<string, object?> Row(string[] header, string[] record) =>
        header.Zip(record).ToDictionary(pair => pair.First, pair => Value(pair.Second), StringComparer.Ordinal);

    private static object? Value(string text) =>
        text.Length == 0 ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : text;
}
