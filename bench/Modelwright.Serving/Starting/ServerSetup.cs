using System.Text.Json;

namespace Modelwright.Serving.Starting;

/// <summary>What a server of its own process is started with.</summary>
internal sealed record ServerSetup
{
    /// <summary>The name of the model that is served.</summary>
    public const string Model = "model";

    /// <summary>The package; null where <see cref="Store"/> has the model.</summary>
    public string? Package { get; init; }

    /// <summary>The folder of the log of requests; null for none.</summary>
    public string? Log { get; init; }

    /// <summary>Bytes of a segment of the log; 0 for the default.</summary>
    public int SegmentBytes { get; init; }

    /// <summary>The store whose champion of 'model' is served; null for no registry.</summary>
    public string? Store { get; init; }

    /// <summary>Whether the champion of the store is served, and not the package.</summary>
    public bool ServesChampion { get; init; }

    /// <summary>The file of keys; null for none.</summary>
    public string? Keys { get; init; }

    /// <summary>The folder from which packages may be loaded; null for none.</summary>
    public string? Packages { get; init; }

    /// <summary>Whether there are pages.</summary>
    public bool Pages { get; init; }

    /// <summary>Whether limits are so low that a storm reaches them.</summary>
    public bool IsTight { get; init; }

    public static ServerSetup Read(string text) => JsonSerializer.Deserialize<ServerSetup>(text)!;

    public string Write() => JsonSerializer.Serialize(this);
}
