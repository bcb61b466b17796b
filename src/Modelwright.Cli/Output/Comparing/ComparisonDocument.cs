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
            WriteNumber(writer, "first", metric.First);
            WriteNumber(writer, "second", metric.Second);
            WriteNumber(writer, "difference", metric.Difference);
            WriteNumber(writer, "standard_error", metric.StandardError);
            WriteNumber(writer, "lower", metric.Lower);
            WriteNumber(writer, "upper", metric.Upper);
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
        WriteNumber(writer, "lower", losses.Lower);
        WriteNumber(writer, "upper", losses.Upper);
        writer.WriteNumber("p_value", losses.PValue);
        writer.WriteBoolean("is_exact", losses.IsExact);
        writer.WriteNumber("win_share", losses.WinShare);
        writer.WriteNumber("draws", losses.Draws);
        writer.WriteEndObject();
    }

    // What has no value on these rows is null.
    private static void WriteNumber(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
