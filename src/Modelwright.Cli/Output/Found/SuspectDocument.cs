using System.Text.Json;
using Modelwright.Findings;

namespace Modelwright.Cli.Output.Found;

/// <summary>Rows whose target looks wrong, for a program: row numbers count from 0.</summary>
internal static class SuspectDocument
{
    /// <summary>Writes the property 'suspect_rows'.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SuspectRow> rows)
    {
        writer.WriteStartArray("suspect_rows");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteNumber("row", row.Row);
            writer.WriteString("given", row.Given);
            writer.WriteString("suggested", row.Suggested);
            writer.WriteNumber("doubt", row.Doubt);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
