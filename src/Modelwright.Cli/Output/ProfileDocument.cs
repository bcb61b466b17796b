using System.Text.Json;
using Modelwright.Profile;
using Modelwright.Sources;

namespace Modelwright.Cli.Output;

/// <summary>The answer of 'inspect' for a program; its schema is docs/inspect.schema.json.</summary>
internal static class ProfileDocument
{
    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter writer, DataProfile profile, SourceReport source)
    {
        WriteSource(writer, source);
        writer.WriteNumber("rows", profile.Rows);
        WriteText(writer, "target", profile.Target);
        WriteText(writer, "task", profile.Task?.ToString().ToLowerInvariant());
        WriteText(writer, "task_reason", profile.TaskReason);
        WriteText(writer, "metric", profile.Metric);
        writer.WriteNumber("duplicate_rows", profile.DuplicateRows);
        writer.WriteStartArray("columns");
        foreach (var column in profile.Columns)
        {
            WriteColumn(writer, column);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("findings");
        foreach (var finding in profile.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            writer.WriteString("kind", finding.Kind);
            WriteText(writer, "column", finding.Column);
            writer.WriteString("text", finding.Text);
            writer.WriteString("remedy", finding.Remedy);
            WriteMeasured(writer, finding.Measured);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What was read, the rows and cells that could not be read included.</summary>
    public static void WriteSource(Utf8JsonWriter writer, SourceReport source)
    {
        writer.WriteStartObject("source");
        writer.WriteString("path", source.Path);
        writer.WriteString("kind", source.Source);
        writer.WriteString("sha256", source.Fingerprint);
        writer.WriteNumber("bytes", source.Bytes);
        writer.WriteNumber("rows", source.RowsRead);
        writer.WriteNumber("rows_skipped", source.RowsSkipped);
        writer.WriteNumber("cells_unreadable", source.CellsUnreadable);
        WriteTexts(writer, "faults", source.Faults.Select(fault => fault.Text));
        WriteTexts(writer, "notes", source.Notes);
        writer.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter writer, ColumnProfile column)
    {
        writer.WriteStartObject();
        writer.WriteString("name", column.Name);
        writer.WriteString("meaning", MeaningWords.ForMachine(column.Meaning));
        writer.WriteNumber("confidence", Math.Round(column.Confidence, 4));
        writer.WriteString("reason", column.Reason);
        writer.WriteString("type", column.Spec.Type.ToString().ToLowerInvariant());
        writer.WriteString("role", column.Spec.Role.ToString().ToLowerInvariant());
        ReadingDocument.Write(writer, column);
        WriteEvidence(writer, column.Evidence);
        WriteCounts(writer, "missing_markers", column.Evidence.Markers);
        writer.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter writer, ColumnEvidence evidence)
    {
        writer.WriteNumber("missing", evidence.Missing);
        writer.WriteNumber("unreadable", evidence.Unreadable);
        writer.WriteNumber("distinct", evidence.Distinct);
        writer.WriteBoolean("distinct_is_estimate", evidence.IsDistinctEstimated);
        WriteNumber(writer, "minimum", evidence.Minimum);
        WriteNumber(writer, "maximum", evidence.Maximum);
        WriteNumber(writer, "mean", evidence.Mean);
        WriteNumber(writer, "median", evidence.Median);
        WriteNumber(writer, "deviation", evidence.Deviation);
        WriteText(writer, "earliest", evidence.Earliest);
        WriteText(writer, "latest", evidence.Latest);
        WriteCounts(writer, "top", evidence.Top);
    }

    private static void WriteCounts(Utf8JsonWriter writer, string name, IReadOnlyList<LevelCount> levels)
    {
        writer.WriteStartArray(name);
        foreach (var level in levels)
        {
            writer.WriteStartObject();
            writer.WriteString("value", level.Value);
            writer.WriteNumber("count", level.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMeasured(Utf8JsonWriter writer, IReadOnlyDictionary<string, double>? measured)
    {
        if (measured is not null)
        {
            writer.WriteStartObject("measured");
            foreach (var (name, value) in measured)
            {
                WriteNumber(writer, name, value);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
