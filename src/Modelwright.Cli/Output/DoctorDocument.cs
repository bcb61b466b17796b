using System.Text.Json;
using Modelwright.Cli.Help;
using Modelwright.Machine;

namespace Modelwright.Cli.Output;

/// <summary>The answer of 'doctor' for a program; its schema is docs/doctor.schema.json.</summary>
internal static class DoctorDocument
{
    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<MachineCheck> checks)
    {
        writer.WriteString("version", VersionLine.Number);
        writer.WriteBoolean("all_there", checks.All(check => check.State != CheckState.Missing));
        writer.WriteStartArray("checks");
        foreach (var check in checks)
        {
            writer.WriteStartObject();
            writer.WriteString("name", check.Name);
            writer.WriteString("state", check.State.ToString().ToLowerInvariant());
            writer.WriteString("found", check.Found);
            writer.WriteString("purpose", check.Purpose);
            writer.WriteString("remedy", check.Remedy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
