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
        writer.WritePropertyName("evidence");
        using var evidence = JsonDocument.Parse(run.Package.EvidenceJson);
        evidence.RootElement.WriteTo(writer);
    }
}
