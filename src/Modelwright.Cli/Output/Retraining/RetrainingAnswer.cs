using System.Text.Json;
using Modelwright.Retraining;
using Modelwright.Sources;
using Spectre.Console;

namespace Modelwright.Cli.Output.Retraining;

/// <summary>The answer of 'retrain', for a program (docs/retrain.schema.json) and for a person.</summary>
internal static class RetrainingAnswer
{
    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter writer, RetrainingDecision decision, SourceReport source, string path)
    {
        ProfileDocument.WriteSource(writer, source);
        writer.WriteString("champion_id", decision.ChampionId);
        writer.WriteString("challenger_id", decision.ChallengerId);
        writer.WriteBoolean("promote", decision.Promote);
        writer.WriteString("reason", decision.Reason);
        writer.WriteString("package", path);
        writer.WriteString("holdout", decision.Holdout);
        writer.WriteNumber("training_rows", decision.TrainingRows);
        writer.WriteNumber("rows", decision.Rows);
        writer.WriteStartObject("losses");
        writer.WriteString("loss", decision.Loss);
        writer.WriteNumber("difference", decision.Losses.Difference);
        JsonFigures.WriteNumber(writer, "lower", decision.Losses.Lower);
        JsonFigures.WriteNumber(writer, "upper", decision.Losses.Upper);
        writer.WriteNumber("p_value", decision.PValue);
        writer.WriteNumber("win_share", decision.Losses.WinShare);
        writer.WriteEndObject();
        JsonFigures.WriteNumber(writer, "margin", decision.Margin ?? double.NaN);
        writer.WriteStartArray("metrics");
        foreach (var metric in decision.Metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("metric", metric.Metric);
            JsonFigures.WriteNumber(writer, "champion", metric.First);
            JsonFigures.WriteNumber(writer, "challenger", metric.Second);
            JsonFigures.WriteNumber(writer, "difference", metric.Difference);
            JsonFigures.WriteNumber(writer, "lower", metric.Lower);
            JsonFigures.WriteNumber(writer, "upper", metric.Upper);
            writer.WriteBoolean("higher_is_better", metric.HigherIsBetter);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("gate");
        foreach (var result in decision.Gate ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("figure", result.Rule.Figure);
            writer.WriteBoolean("passed", result.Passed);
            writer.WriteString("text", result.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the figures of both, the rules that are broken, and the decision.</summary>
    public static void Write(IAnsiConsole console, RetrainingDecision decision, SourceReport source, string path)
    {
        Screen.Line(console, $"{source.Path}: trained on {Numbers.Count(decision.TrainingRows)} rows, judged on the {Numbers.Count(decision.Rows)} {Newest(decision.Holdout)}", new Style(decoration: Decoration.Bold));
        ProfilePage.WriteReading(console, source);
        var table = Screen.Table("metric", ">champion", ">challenger", ">difference", "95 % interval");
        foreach (var metric in decision.Metrics)
        {
            var places = Numbers.Places(metric.First);
            Screen.AddRow(table, metric.Metric, Numbers.Fixed(metric.First, places), Numbers.Fixed(metric.Second, places), Numbers.Fixed(metric.Difference, places), $"{Numbers.Fixed(metric.Lower, places)} … {Numbers.Fixed(metric.Upper, places)}");
        }

        console.Write(table);
        foreach (var result in (decision.Gate ?? []).Where(result => !result.Passed))
        {
            Screen.Line(console, $"Gate: {result.Text}");
        }

        Screen.Line(console, decision.Reason);
        Screen.Line(console, $"Wrote the challenger to {path}");
    }

    private static string Newest(string holdout) => holdout switch
    {
        "time" => "newest by time",
        "last" => "last",
        _ => "drawn by the seed",
    };
}
