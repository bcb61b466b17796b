using System.Text.Json;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

namespace Modelwright.Cli.Output;

/// <summary>The answer of 'predict' for a program; its schema is docs/predict.schema.json.</summary>
internal static class PredictionDocument
{
    /// <summary>Writes the properties of the document.</summary>
    /// <param name="writer">Inside the document's object.</param>
    /// <param name="predictions">The answers.</param>
    /// <param name="source">What was read.</param>
    /// <param name="hasIntervals">Whether intervals or sets are wanted.</param>
    /// <param name="output">The file that holds the answers; null to write them here.</param>
    public static void Write(Utf8JsonWriter writer, Predictions predictions, SourceReport source, bool hasIntervals, string? output)
    {
        ProfileDocument.WriteSource(writer, source);
        writer.WriteNumber("rows", predictions.RowCount);
        writer.WriteStartArray("classes");
        foreach (var name in predictions.Classes)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        WriteCounts(writer, predictions.Counts);
        WriteNotes(writer, predictions.Notes);
        if (output is not null)
        {
            writer.WriteString("output", output);
            return;
        }

        writer.WriteStartArray("predictions");
        for (var row = 0; row < predictions.RowCount; row++)
        {
            WriteRow(writer, predictions, row, hasIntervals);
        }

        writer.WriteEndArray();
    }

    /// <summary>The columns in which something was not an ordinary value.</summary>
    public static void WriteCounts(Utf8JsonWriter writer, IReadOnlyList<ColumnCounts> counts)
    {
        writer.WriteStartArray("columns");
        foreach (var column in counts.Where(column => column.Missing + column.Unseen + column.Unreadable > 0))
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Column);
            writer.WriteNumber("missing", column.Missing);
            writer.WriteNumber("unseen", column.Unseen);
            writer.WriteNumber("unreadable", column.Unreadable);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNotes(Utf8JsonWriter writer, IReadOnlyList<string> notes)
    {
        if (notes.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("notes");
        foreach (var note in notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, Predictions predictions, int row, bool hasIntervals)
    {
        writer.WriteStartObject();
        var width = predictions.Classes.Count;
        if (predictions.Columns.Count > 0)
        {
            WriteColumns(writer, predictions, row);
        }
        else if (width == 0)
        {
            writer.WriteNumber("prediction", predictions.Outputs[row]);
        }
        else
        {
            writer.WriteString("prediction", predictions.Label(row));
            writer.WriteStartObject("probabilities");
            for (var place = 0; place < width; place++)
            {
                writer.WriteNumber(predictions.Classes[place], predictions.Outputs[(row * width) + place]);
            }

            writer.WriteEndObject();
        }

        if (hasIntervals)
        {
            WriteInterval(writer, predictions, row);
        }

        writer.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter writer, Predictions predictions, int row)
    {
        foreach (var column in predictions.Columns)
        {
            var value = predictions.Value(row, column.Name);
            if (column.Kind == AnswerColumnKind.Flag)
            {
                writer.WriteBoolean(column.Name, value != 0);
            }
            else
            {
                writer.WriteNumber(column.Name, value);
            }
        }

        if (predictions.Texts is { } texts)
        {
            writer.WriteString(texts.Name, texts.OfRow[row]);
        }
    }

    private static void WriteInterval(Utf8JsonWriter writer, Predictions predictions, int row)
    {
        if (predictions.Interval(row) is { } interval)
        {
            writer.WriteNumber("lower", interval.Lower);
            writer.WriteNumber("upper", interval.Upper);
        }

        if (predictions.Set(row) is { } set)
        {
            writer.WriteStartArray("set");
            foreach (var name in set)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }
    }
}
