using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Recording.Insights;

/// <summary>What the evidence in a package says of its columns: read part by part, so that evidence of a later release can be read too.</summary>
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
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new(Part<Importances>(root, "importances"), Part<Effect[]>(root, "effects") ?? [], Part<EffectMap[]>(root, "effect_maps") ?? []);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new ArtifactException($"{name}: the evidence in it cannot be read: {fault.Message.Split(" Path: ", 2)[0]} Train again, or fetch the file again from where it was made.", fault);
        }
    }

    private static T? Part<T>(JsonElement root, string name)
        where T : class => root.TryGetProperty(name, out var part) ? part.Deserialize<T>(Options) : null;
}
