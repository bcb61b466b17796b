using System.Text.Json;
using Modelwright.Recording.Answering;
using Modelwright.Sources;

namespace Modelwright.Cli.Output;

/// <summary>The answer of 'evaluate' for a program; its schema is docs/evaluate.schema.json.</summary>
internal static class EvaluationDocument
{
    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter writer, Evaluation evaluation, SourceReport source)
    {
        ProfileDocument.WriteSource(writer, source);
        writer.WriteString("model_id", evaluation.ModelId);
        if (evaluation.Truth is { } truth)
        {
            writer.WriteString("truth", truth);
        }

        writer.WriteNumber("rows", evaluation.Rows);
        writer.WriteNumber("rows_without_target", evaluation.RowsWithoutTarget);
        PredictionDocument.WriteCounts(writer, evaluation.Counts);
        writer.WriteStartArray("figures");
        foreach (var figure in evaluation.Figures)
        {
            writer.WriteStartObject();
            JsonFigures.WriteProperties(writer, figure);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (evaluation.Intervals is { } intervals)
        {
            WriteIntervals(writer, intervals);
        }
    }

    private static void WriteIntervals(Utf8JsonWriter writer, EvidenceIntervals intervals)
    {
        writer.WriteStartObject("intervals");
        writer.WriteString("kind", intervals.Kind);
        writer.WriteString("method", intervals.Method);
        writer.WriteNumber("level", intervals.Level);
        writer.WriteString("data", intervals.Data);
        writer.WriteNumber("rows", intervals.Rows);
        writer.WriteNumber("coverage", intervals.Coverage);
        writer.WriteNumber("standard_error", intervals.StandardError);
        writer.WriteNumber("lower", intervals.Lower);
        writer.WriteNumber("upper", intervals.Upper);
        if (intervals.MeanWidth is { } width)
        {
            writer.WriteNumber("mean_width", width);
        }

        if (intervals.MeanSize is { } size)
        {
            writer.WriteNumber("mean_size", size);
        }

        writer.WriteEndObject();
    }
}
