using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Modelwright.Core.Data;

namespace Modelwright.Recording.Json;

/// <summary>Leaves out of a document what is plain about a column, so that it says of a column only what sets it apart.</summary>
internal static class PlainColumns
{
    /// <summary>Changes how columns are written; they are read as ever, and what is absent is plain.</summary>
    internal static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Type == typeof(ColumnSpec))
        {
            Named(type, nameof(ColumnSpec.Notation)).ShouldSerialize = (_, value) => value is not NumberNotation { IsPlain: true };
            Named(type, nameof(ColumnSpec.Kind)).ShouldSerialize = (_, value) => value is not ColumnKind.Plain;
        }
        else if (type.Type == typeof(NumberNotation))
        {
            // What follows from the others is neither written nor taken.
            type.Properties.Remove(Named(type, nameof(NumberNotation.IsPlain)));
        }
    }

    private static JsonPropertyInfo Named(JsonTypeInfo type, string name) =>
        type.Properties.Single(property => property.Name == JsonNamingPolicy.SnakeCaseLower.ConvertName(name));
}
