using System.Globalization;
using Modelwright.Cli.Output.Answering;
using Modelwright.Runtime.Prediction;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>The first answers of 'predict' for a person.</summary>
internal static class PredictionPage
{
    private const int MostClasses = 6;

    /// <summary>Writes a table of the first rows.</summary>
    public static void Write(IAnsiConsole console, Predictions predictions, bool hasIntervals, int rows)
    {
        if (predictions.Columns.Count > 0)
        {
            WriteColumns(console, predictions, rows);
            WriteNext(console, predictions, rows);
            return;
        }

        var classes = Math.Min(predictions.Classes.Count, MostClasses);
        var table = Screen.Table([">row", "prediction", .. hasIntervals ? [predictions.Classes.Count == 0 ? ">interval" : "set"] : Array.Empty<string>(), .. predictions.Classes.Take(classes).Select(name => $">{name}")]);
        for (var row = 0; row < Math.Min(rows, predictions.RowCount); row++)
        {
            var answer = predictions[row];
            Screen.AddRow(table,
            [
                Numbers.Count(row + 1),
                answer.Label ?? Numbers.Short(answer.Value ?? double.NaN),
                .. hasIntervals ? [Sureness(answer)] : Array.Empty<string>(),
                .. predictions.Classes.Take(classes).Select(name => answer.Probability(name).ToString("0.000", CultureInfo.InvariantCulture)),
            ]);
        }

        console.Write(table);
        WriteNext(console, predictions, rows);
    }

    private static void WriteColumns(IAnsiConsole console, Predictions predictions, int rows)
    {
        var table = Screen.Table([">row", .. predictions.Columns.Select(column => $">{column.Name}"), .. predictions.Texts is { } texts ? [texts.Name] : Array.Empty<string>()]);
        for (var row = 0; row < Math.Min(rows, predictions.RowCount); row++)
        {
            Screen.AddRow(table,
            [
                Numbers.Count(row + 1),
                .. predictions.Columns.Select(column => AnswerColumns.Shown(column.Kind, predictions.Value(row, column.Name))),
                .. predictions.Texts is { } said ? [said.OfRow[row] ?? ""] : Array.Empty<string>(),
            ]);
        }

        console.Write(table);
    }

    private static void WriteNext(IAnsiConsole console, Predictions predictions, int rows) => Screen.Line(console, predictions.RowCount > rows
        ? $"{Numbers.Count(rows)} of {Numbers.Count(predictions.RowCount)} rows. Next: add -o FILE to write all of them."
        : "Next: add -o FILE to write them to a file.");

    private static string Sureness(Answer answer) => answer.Interval is { } interval
        ? $"{Numbers.Short(interval.Lower)} to {Numbers.Short(interval.Upper)}"
        : string.Join(", ", answer.Set ?? []);
}
