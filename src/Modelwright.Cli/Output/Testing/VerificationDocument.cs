using System.Text.Json;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;

namespace Modelwright.Cli.Output.Testing;

/// <summary>The answer of 'verify' for a program; its schema is docs/verify.schema.json.</summary>
internal static class VerificationDocument
{
    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter writer, Package package, AttestationCheck check, bool isVerified)
    {
        writer.WriteBoolean("verified", isVerified);
        writer.WriteString("model_id", package.ModelId);
        writer.WriteString("evidence", package.EvidenceHash);
        WriteTexts(writer, "keys_without_signature", check.AbsentKeys);
        writer.WriteStartArray("statements");
        foreach (var one in check.All)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", one.Attestation.Kind);
            writer.WriteString("made", one.Attestation.Made);
            if (one.Attestation.Passed is { } passed)
            {
                writer.WriteBoolean("passed", passed);
            }

            writer.WriteBoolean("about_this_package", one.IsAbout);
            writer.WriteBoolean("forged", one.IsForged);
            WriteTexts(writer, "signed_by", one.ValidKeys);
            writer.WriteNumber("signatures", one.Attestation.Signatures.Count);
            writer.WriteString("statement", one.Attestation.Statement);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
