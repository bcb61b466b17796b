using System.Text.Json;
using Modelwright.Recording.Runs;

namespace Modelwright.Cli.Output.Runs;

/// <summary>The answer of 'runs --compare' for a program; its schema is docs/runs.schema.json.</summary>
internal static class ComparedRunsDocument
{
    /// <summary>Writes the comparison.</summary>
    public static void Write(Utf8JsonWriter writer, RunComparison comparison)
    {
        writer.WriteStartObject("comparison");
        writer.WritePropertyName("first");
        WriteRun(writer, comparison.First);
        writer.WritePropertyName("second");
        WriteRun(writer, comparison.Second);
        WriteFlag(writer, "same_data", comparison.SameData);
        WriteFlag(writer, "same_model", comparison.SameModel);
        RunsDocument.WriteList(writer, "differences", comparison.Differences, difference =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", difference.Name);
            RunsDocument.WriteText(writer, "first", difference.First);
            RunsDocument.WriteText(writer, "second", difference.Second);
            writer.WriteEndObject();
        });
        RunsDocument.WriteList(writer, "figures", comparison.Figures, pair =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("first");
            RunsDocument.WriteFigure(writer, pair.First);
            writer.WritePropertyName("second");
            RunsDocument.WriteFigure(writer, pair.Second);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter writer, RecordedRun run)
    {
        writer.WriteStartObject();
        RunsDocument.WriteDetails(writer, run);
        writer.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
