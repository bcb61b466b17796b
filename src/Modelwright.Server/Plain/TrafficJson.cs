using System.Text.Json;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Plain;

/// <summary>Writes the versions of a model and which of them answer, as members of an object that is begun.</summary>
internal static class TrafficJson
{
    internal static void Write(Utf8JsonWriter writer, TrafficState state)
    {
        writer.WriteStartArray("versions");
        foreach (var version in state.Versions)
        {
            writer.WriteStartObject();
            writer.WriteString("version", version.Version);
            writer.WriteString("model_id", version.ModelId);
            writer.WriteString("loaded_at", version.LoadedAt);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("traffic");
        writer.WriteString("champion", state.Split.Champion);
        if (state.Split.Challenger is { } challenger)
        {
            writer.WriteString("challenger", challenger);
            writer.WriteNumber("share", state.Split.ChallengerShare);
        }

        if (state.Split.Shadow is { } shadow)
        {
            writer.WriteString("shadow", shadow);
        }

        writer.WriteEndObject();
    }
}
