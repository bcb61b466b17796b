using Modelwright.Recording;

namespace Modelwright.Registry;

/// <summary>One version of a registered model; all but its aliases stays as it was registered.</summary>
public sealed record ModelVersion
{
    /// <summary>The name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Its number, from 1; that of a removed version is never given again.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the package file, in 64 small hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the package file.</summary>
    public required long Bytes { get; init; }

    /// <summary>The id of the model: the same for packages that differ in evidence or attestations alone.</summary>
    public required string ModelId { get; init; }

    /// <summary>What is learned, such as 'classification'.</summary>
    public required string Task { get; init; }

    /// <summary>Name of the target column; null where there is none.</summary>
    public string? Target { get; init; }

    /// <summary>The metric that the model was chosen by; null where the package has no evidence.</summary>
    public string? Metric { get; init; }

    /// <summary>The figures of the package's evidence, the one to quote first; empty where it has none.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The id of the run that made it; null where none is recorded.</summary>
    public string? Run { get; init; }

    /// <summary>SHA-256 of the data that it was trained on; null where rows came from memory.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>When it was registered, in UTC.</summary>
    public required DateTimeOffset Registered { get; init; }

    /// <summary>Who registered it, as the caller said.</summary>
    public required string RegisteredBy { get; init; }

    /// <summary>What the caller noted; null where nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The aliases that point at it now, in order of their letters.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
