namespace Modelwright.Registry;

/// <summary>What is told when a package is registered.</summary>
public sealed record RegisterOptions
{
    /// <summary>Who registers, at most 200 letters; null is the user of the operating system.</summary>
    public string? By { get; init; }

    /// <summary>A note for readers, at most 10,000 letters; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>The id of the run that made the package; null looks for the newest run of the store with the same model id.</summary>
    public string? Run { get; init; }
}
