using System.Text.Json;
using Modelwright.Sources;

namespace Modelwright.Cli.Output.Comparing;

/// <summary>The answer of 'compare' for a program; its schema is docs/compare.schema.json.</summary>
internal static class ComparisonDocument
{
    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter writer, Comparison comparison, SourceReport source)
    {
        ProfileDocument.WriteSource(writer, source);
        writer.WriteString("first_model_id", comparison.FirstModelId);
        writer.WriteString("second_model_id", comparison.SecondModelId);
        writer.WriteNumber("rows", comparison.Rows);
        writer.WriteNumber("rows_without_target", comparison.RowsWithoutTarget);
        writer.WriteString("verdict", comparison.Verdict);
        WriteLosses(writer, comparison);
        writer.WriteStartArray("metrics");
        foreach (var metric in comparison.Metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("metric", metric.Metric);
            JsonFigures.WriteNumber(writer, "first", metric.First);
            JsonFigures.WriteNumber(writer, "second", metric.Second);
            JsonFigures.WriteNumber(writer, "difference", metric.Difference);
            JsonFigures.WriteNumber(writer, "standard_error", metric.StandardError);
            JsonFigures.WriteNumber(writer, "lower", metric.Lower);
            JsonFigures.WriteNumber(writer, "upper", metric.Upper);
            writer.WriteBoolean("higher_is_better", metric.HigherIsBetter);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLosses(Utf8JsonWriter writer, Comparison comparison)
    {
        var losses = comparison.Losses;
        writer.WriteStartObject("losses");
        writer.WriteString("loss", comparison.Loss);
        writer.WriteNumber("difference", losses.Difference);
        JsonFigures.WriteNumber(writer, "lower", losses.Lower);
        JsonFigures.WriteNumber(writer, "upper", losses.Upper);
        writer.WriteNumber("p_value", losses.PValue);
        writer.WriteBoolean("is_exact", losses.IsExact);
        writer.WriteNumber("win_share", losses.WinShare);
        writer.WriteNumber("draws", losses.Draws);
        writer.WriteEndObject();
    }
}
