namespace Modelwright.Registry;

/// <summary>A model of the registry with its versions, as it was at one moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Versions">Its versions, the newest first; at least one.</param>
/// <param name="Aliases">The number of the version that each alias points at.</param>
public sealed record RegisteredModel(string Name, IReadOnlyList<ModelVersion> Versions, IReadOnlyDictionary<string, int> Aliases)
{
    /// <summary>The champion; null where none was promoted yet.</summary>
    public ModelVersion? Champion => Aliases.TryGetValue(ModelRegistry.Champion, out var version) ? Versions.Single(one => one.Version == version) : null;
}
