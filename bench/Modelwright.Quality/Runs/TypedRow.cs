using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Core.Data;
using Modelwright.Quality.Sets;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Quality.Runs;

/// <summary>How long the prediction of one row takes whose values are set by position, as generated code does it, and what it allocates.</summary>
internal static class TypedRow
{
    private const int Rows = 200;
    private const int Rounds = 50;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Predicts the first rows of a file over and over, values set anew each time.</summary>
    /// <param name="model">The package.</param>
    /// <param name="rowsFile">Rows without the target.</param>
    /// <returns>Microseconds and bytes a row, the mean of the fastest of many rounds.</returns>
    public static JsonObject Measure(string model, string rowsFile)
    {
        using var predictor = Predictor.Load(model);
        var row = predictor.BeginRow();
        var setters = Setters(predictor, row, Csv.Read(rowsFile).Take(1 + Rows).ToArray());
        for (var warming = Stopwatch.StartNew(); warming.Elapsed < WarmUp;)
        {
            Ask(row, setters);
        }

        var (fastest, bytes) = (double.PositiveInfinity, long.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var (start, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            Ask(row, setters);
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMicroseconds / setters.Length);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return new() { ["us"] = fastest, ["bytes"] = (double)bytes / setters.Length };
    }

    private static void Ask(PredictionRow row, Action[][] setters)
    {
        foreach (var values in setters)
        {
            foreach (var set in values)
            {
                set();
            }

            row.Answer();
        }
    }

    /// <summary>For each row what sets its values.</summary>
    private static Action[][] Setters(Predictor predictor, PredictionRow row, string[][] records)
    {
        var features = predictor.Package.Model.Schema.Features.ToArray();
        var places = Array.ConvertAll(features, feature => Array.IndexOf(records[0], feature.Name));
        return [.. records.Skip(1).Select(record => features.Select((feature, at) => Setter(row, row.Find(feature.Name), feature, places[at] < 0 ? "" : record[places[at]])).ToArray())];
    }

    private static Action Setter(PredictionRow row, int position, ColumnSpec feature, string text)
    {
        if (feature.Type == ColumnType.Number)
        {
            var number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
            return () => row.SetNumber(position, number);
        }

        var level = text.Length == 0 ? null : text;
        return feature.Type switch
        {
            ColumnType.Category => () => row.SetCategory(position, level),
            ColumnType.Text => () => row.SetText(position, level),
            _ => () => row.SetTime(position, null),
        };
    }
}
