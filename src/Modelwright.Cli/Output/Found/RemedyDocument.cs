using System.Text.Json;
using Modelwright.Findings;

namespace Modelwright.Cli.Output.Found;

/// <summary>What was written into a plan, and what a person must do, for a program.</summary>
internal static class RemedyDocument
{
    /// <summary>Writes the property 'fix'; nothing where no plan was asked for.</summary>
    public static void Write(Utf8JsonWriter writer, RemedyPlan? remedies, string? path)
    {
        if (remedies is null)
        {
            return;
        }

        writer.WriteStartObject("fix");
        writer.WriteString("plan", path);
        writer.WriteStartArray("written");
        foreach (var remedy in remedies.Written)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", remedy.Finding.Kind);
            writer.WriteString("column", remedy.Finding.Column);
            writer.WriteString("change", remedy.Change);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("by_hand");
        foreach (var finding in remedies.ByHand)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", finding.Kind);
            if (finding.Column is { } column)
            {
                writer.WriteString("column", column);
            }

            writer.WriteString("remedy", finding.Remedy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
