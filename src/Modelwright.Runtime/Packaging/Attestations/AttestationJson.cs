using System.Text;
using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging.Attestations;

/// <summary>Attestations as the part of a package that holds them: JSON in UTF-8.</summary>
internal static class AttestationJson
{
    /// <summary>Attestations that a package holds at most.</summary>
    internal const int Most = 100;

    private const int MostSignatures = 16;
    private const int MostSignatureLetters = 1000;
    private const int MostDepth = 8;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Writes the part.</summary>
    /// <exception cref="OptionsException">There are too many.</exception>
    internal static byte[] Write(IReadOnlyList<Attestation> attestations)
    {
        if (attestations.Count > Most || attestations.Any(attestation => attestation.Signatures.Count > MostSignatures))
        {
            throw new OptionsException(FormattableString.Invariant($"A package holds at most {Most} attestations with {MostSignatures} signatures each. Start again from the package as it was trained, or keep older attestations elsewhere."));
        }

        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartArray();
            foreach (var attestation in attestations)
            {
                writer.WriteStartObject();
                writer.WriteString("statement", attestation.Statement);
                writer.WriteStartArray("signatures");
                foreach (var signature in attestation.Signatures)
                {
                    writer.WriteStartObject();
                    writer.WriteString("algorithm", signature.Algorithm);
                    writer.WriteString("key", signature.KeyId);
                    writer.WriteString("value", signature.Value);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return bytes.ToArray();
    }

    /// <summary>Reads the part.</summary>
    /// <exception cref="ArtifactException">It is not what <see cref="Write"/> writes.</exception>
    internal static IReadOnlyList<Attestation> Read(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(Utf8.GetString(bytes), new JsonDocumentOptions { MaxDepth = MostDepth });
            if (document.RootElement.GetArrayLength() is 0 or > Most)
            {
                throw PackageFile.Damaged(FormattableString.Invariant($"it claims {document.RootElement.GetArrayLength()} attestations, where 1 to {Most} can be"));
            }

            return [.. document.RootElement.EnumerateArray().Select(ReadOne)];
        }
        catch (Exception cause) when (cause is JsonException or DecoderFallbackException or InvalidOperationException or KeyNotFoundException)
        {
            throw PackageFile.Damaged("its attestations are not sound", cause);
        }
    }

    private static Attestation ReadOne(JsonElement entry)
    {
        var signatures = entry.GetProperty("signatures");
        return signatures.GetArrayLength() <= MostSignatures
            ? Attestation.Of(Text(entry, "statement")) with { Signatures = [.. signatures.EnumerateArray().Select(signature => new AttestationSignature(Short(signature, "algorithm"), Short(signature, "key"), Short(signature, "value")))] }
            : throw PackageFile.Damaged(FormattableString.Invariant($"an attestation claims {signatures.GetArrayLength()} signatures, where at most {MostSignatures} can be"));
    }

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? throw PackageFile.Damaged($"an attestation lacks its '{name}'");

    private static string Short(JsonElement entry, string name) =>
        Text(entry, name) is { Length: <= MostSignatureLetters } text ? text : throw PackageFile.Damaged($"'{name}' of a signature is too long");
}
