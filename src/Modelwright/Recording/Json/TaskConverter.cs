using System.Text.Json;
using System.Text.Json.Serialization;
using Modelwright.Core.Learning;

namespace Modelwright.Recording.Json;

/// <summary>A task in a document is its name; whether anybody can do it is asked later.</summary>
internal sealed class TaskConverter : JsonConverter<LearningTask>
{
    /// <inheritdoc/>
    public override LearningTask Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? LearningTask.Named(reader.GetString()!) : null)
        ?? throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LearningTask value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
