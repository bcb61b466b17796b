using System.Text.Json;
using Modelwright.Registry;
using RecordedDocuments = Modelwright.Recording.Documents;

namespace Modelwright.Server.Registered;

/// <summary>Models of the registry as documents; versions and changes stand in them as the records of the registry are written.</summary>
internal static class RegistryJson
{
    internal static void Write(Utf8JsonWriter writer, IReadOnlyList<RegisteredModel> models)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("models");
        foreach (var model in models)
        {
            Write(writer, model);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, RegisteredModel model)
    {
        writer.WriteStartObject();
        writer.WriteString("name", model.Name);
        WriteNumber(writer, "champion", model.Champion?.Version);
        WriteRecord(writer, "aliases", model.Aliases);
        WriteRecord(writer, "versions", model.Versions);
        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, Promotion promotion)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("champion", promotion.IsChampion);
        writer.WriteBoolean("passed", promotion.Passed);
        writer.WriteBoolean("forced", promotion.Forced);
        WriteNumber(writer, "before", promotion.Before);
        WriteRecord(writer, "said", promotion.Said);
        WriteRecord(writer, "version", promotion.Version);
        writer.WriteEndObject();
    }

    internal static void WriteLog(Utf8JsonWriter writer, IReadOnlyList<ModelChange> changes)
    {
        writer.WriteStartObject();
        WriteRecord(writer, "log", changes);
        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, ModelVersion version) => writer.WriteRawValue(RecordedDocuments.Write(version));

    private static void WriteRecord<T>(Utf8JsonWriter writer, string name, T record)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(RecordedDocuments.Write(record));
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
