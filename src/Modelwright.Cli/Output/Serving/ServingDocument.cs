using System.Text.Json;
using Modelwright.Server.Traffic;

namespace Modelwright.Cli.Output.Serving;

/// <summary>What 'serve' tells a machine: once it listens, or once it has made a key.</summary>
internal static class ServingDocument
{
    /// <summary>Where it listens and what it serves.</summary>
    public static void Write(Utf8JsonWriter writer, string url, ServedModels models)
    {
        writer.WriteString("url", url);
        writer.WriteStartArray("models");
        foreach (var model in models.All)
        {
            writer.WriteStartObject();
            writer.WriteString("name", model.Name);
            writer.WriteString("version", model.Split.Champion);
            writer.WriteString("model_id", model.Versions.First(version => version.Version == model.Split.Champion).ModelId);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The key, which is told this once.</summary>
    public static void WriteKey(Utf8JsonWriter writer, string name, string key)
    {
        writer.WriteString("name", name);
        writer.WriteString("key", key);
    }
}
