using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Recording.Insights;

/// <summary>What the evidence in a package says of its columns: nothing else is looked at, so that evidence of a later release can be read too.</summary>
/// <param name="Importances">Which columns matter; null where that was not measured.</param>
/// <param name="Effects">How the most important ones move the answer.</param>
/// <param name="EffectMaps">How two of them do together.</param>
public sealed record RecordedInsight(Importances? Importances, IReadOnlyList<Effect> Effects, IReadOnlyList<EffectMap> EffectMaps)
{
    private static readonly JsonSerializerOptions Options = new(Documents.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip };

    /// <summary>Reads it.</summary>
    /// <param name="json">The text of evidence.json.</param>
    /// <param name="name">Where it comes from, for the error's text.</param>
    /// <returns>What is there; empty parts where it says nothing.</returns>
    /// <exception cref="ArtifactException">It is not such a document; the text says what is wrong.</exception>
    public static RecordedInsight Read(string json, string name)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<Parts>(json, Options) ?? throw new JsonException("The document is empty.");
            return new(parts.Importances, parts.Effects ?? [], parts.EffectMaps ?? []);
        }
        catch (JsonException fault)
        {
            throw new ArtifactException($"{name}: the evidence in it cannot be read: {Documents.Say(fault, "the evidence")} Train again, or fetch the file again from where it was made.", fault);
        }
    }

    private sealed record Parts(Importances? Importances, Effect[]? Effects, EffectMap[]? EffectMaps);
}
