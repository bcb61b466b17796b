namespace Modelwright.Recording.Runs;

/// <summary>How a training run is recorded.</summary>
/// <param name="Store">Where.</param>
public sealed record RecordOptions(RunStore Store)
{
    /// <summary>The options as the person told them, by name, without anything secret: a run is resumed by the same ones only. Null takes those of the training.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>Where the package will be written, for whoever resumes the run; null where that is not known.</summary>
    public string? Folder { get; init; }

    /// <summary>The id of an unfinished run to go on with (<see cref="RunStore.Unfinished(string)"/>); null begins a new one.</summary>
    public string? Resume { get; init; }
}
