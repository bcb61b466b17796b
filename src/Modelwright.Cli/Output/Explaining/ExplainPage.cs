using Modelwright.Explain;
using Modelwright.Recording.Insights;
using Modelwright.Runtime.Packaging;
using Spectre.Console;

namespace Modelwright.Cli.Output.Explaining;

/// <summary>The answer of 'explain' for a person.</summary>
internal static class ExplainPage
{
    private const int MostColumns = 20;
    private const int MostRows = 10;
    private const int MostReasons = 8;
    private const int ReasonsOfARow = 3;

    /// <summary>Writes what matters to the model as a whole.</summary>
    public static void Write(IAnsiConsole console, Package package, RecordedInsight insight, string path)
    {
        Screen.Line(console, $"{path}: what matters to the model", new Style(decoration: Decoration.Bold));
        if (insight.Importances is { } importances)
        {
            console.Write(ImportanceTable.Of(importances, MostColumns));
            Screen.Line(console, ImportanceTable.Meaning(importances));
        }
        else
        {
            Screen.Line(console, $"The package has no importances: {Why(package)}");
        }

        foreach (var line in EffectLines.Of(insight.Effects))
        {
            Screen.Line(console, line);
        }

        foreach (var map in insight.EffectMaps)
        {
            Screen.Line(console, $"Together: {map.First} and {map.Second} differ most from a plain sum of their effects, by {Numbers.Short(map.Strength)}. The map is in the document of --json.");
        }

        Screen.Unbroken(console, $"Next: modelwright explain {Shell.Quote(path)} FILE --row 1");
    }

    /// <summary>Writes the reasons for rows.</summary>
    public static void Write(IAnsiConsole console, ExplainAnswer answer)
    {
        if (answer.Request.Row is not null)
        {
            WriteRow(console, answer);
            ChangeLines.Write(console, answer);
            return;
        }

        if (answer.Prototypes is { } typical)
        {
            PrototypeTable.Write(console, answer, typical);
            return;
        }

        var rows = answer.Explained.Predictions.RowCount;
        var table = Screen.Table(">row", "prediction", "main reasons");
        for (var row = 0; row < Math.Min(MostRows, rows); row++)
        {
            var output = answer.Explained.OutputOf(row);
            var main = Reasons.Main(Reasons.All(answer.Explained, answer.Package, row, output), ReasonsOfARow);
            Screen.AddRow(table, Numbers.Count(row + 1), Prediction(answer.Explained, row, output), string.Join('\n', main.Select(reason => reason.Sentence)));
        }

        console.Write(table);
        Screen.Line(console, rows > MostRows
            ? $"{Numbers.Count(MostRows)} of {Numbers.Count(rows)} rows. Next: add --row N for one row, or -o FILE to write all of them."
            : "Next: add --row N for one row, or -o FILE to write them to a file.");
    }

    private static void WriteRow(IAnsiConsole console, ExplainAnswer answer)
    {
        var explained = answer.Explained;
        var output = explained.OutputOf(0);
        var all = Reasons.All(explained, answer.Package, 0, output);
        Screen.Line(console, $"Row {Numbers.Count(answer.NumberOf(0))} of {answer.Source.Path}: {Prediction(explained, 0, output)}", new Style(decoration: Decoration.Bold));
        var table = Screen.Table("column", "value", "usual", ">contribution", ">sum");
        Screen.AddRow(table, "before any column is known", "", "", "", Numbers.Short(explained.Base[output]));
        var sum = explained.Base[output];
        foreach (var reason in all.Take(MostColumns))
        {
            sum += reason.Contribution;
            var error = reason.StandardError is { } one ? $" ± {Numbers.Short(1.96 * one)}" : "";
            Screen.AddRow(table, reason.Column, reason.Value ?? "no value", reason.Usual ?? "", Signed(reason.Contribution) + error, Numbers.Short(sum));
        }

        if (all.Count > MostColumns)
        {
            var rest = all.Skip(MostColumns).Sum(reason => reason.Contribution);
            Screen.AddRow(table, $"{Numbers.Count(all.Count - MostColumns)} more columns", "", "", Signed(rest), Numbers.Short(sum + rest));
        }

        console.Write(table);
        foreach (var reason in Reasons.Main(all, MostReasons))
        {
            Screen.Line(console, $"  {reason.Sentence}");
        }
    }

    private static string Prediction(Explanations explained, int row, int output) => explained.Predictions.Classes.Count == 0
        ? $"{explained.Outputs[output]} {Numbers.Short(explained.Answer(row, output))}"
        : $"{explained.Predictions.Label(row)}, probability of '{explained.Outputs[output]}' {Numbers.Short(explained.Answer(row, output))}";

    private static string Signed(double value) => (value > 0 ? "+" : "") + Numbers.Short(value);

    private static string Why(Package package) => package.EvidenceJson == "{}"
        ? "it was made without a run. Train with 'train' to get them."
        : "the run had no time for them, or repeated a plan. Train anew with more --budget to get them.";
}
