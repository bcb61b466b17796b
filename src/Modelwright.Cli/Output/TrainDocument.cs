using System.Text.Json;

using Modelwright.Cli.Output.Found;
namespace Modelwright.Cli.Output;

/// <summary>The answer of 'train' for a program; its schema is docs/train.schema.json.</summary>
internal static class TrainDocument
{
    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter writer, TrainingRun run, string folder)
    {
        writer.WriteString("folder", folder);
        writer.WriteString("package", Path.Combine(folder, "model.mw"));
        writer.WriteString("model_id", run.Package.ModelId);
        writer.WriteBoolean("stopped", run.Stopped);
        SuspectDocument.Write(writer, run.SuspectRows);
        if (run.RunId is { } id)
        {
            writer.WriteString("run", id);
            Texts(writer, "not_recorded", run.NotRecorded);
        }

        writer.WritePropertyName("evidence");
        using var evidence = JsonDocument.Parse(run.Package.EvidenceJson);
        evidence.RootElement.WriteTo(writer);
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
