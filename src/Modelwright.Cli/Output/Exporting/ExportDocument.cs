using System.Text.Json;
using Modelwright.Exporting;

namespace Modelwright.Cli.Output.Exporting;

/// <summary>The answer of 'export' for a program; its schema is docs/export.schema.json.</summary>
internal static class ExportDocument
{
    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter writer, ExportReport report)
    {
        writer.WriteBoolean("written", report.IsWritten);
        writer.WriteString("format", report.Format);
        writer.WriteString("path", report.Path);
        writer.WriteString("model_id", report.ModelId);
        writer.WriteNumber("bytes", report.Bytes);
        writer.WriteNumber("rows", report.Rows);
        writer.WriteNumber("largest_difference", report.LargestDifference);
        writer.WriteNumber("tolerance", report.Tolerance);
        writer.WriteStartArray("notes");
        foreach (var note in report.Notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("gaps");
        foreach (var gap in report.Gaps)
        {
            writer.WriteStartObject();
            writer.WriteString("part", gap.Part);
            writer.WriteString("reason", gap.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
