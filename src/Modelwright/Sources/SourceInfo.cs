namespace Modelwright.Sources;

/// <summary>What a source says of itself.</summary>
/// <param name="Name">The name in documents, in snake_case: 'csv'.</param>
/// <param name="Title">The name in prose: 'Comma-separated values'.</param>
/// <param name="Extensions">Ends of file names it accepts, each with its dot, such as '.csv' and '.csv.gz'.</param>
public sealed record SourceInfo(string Name, string Title, IReadOnlyList<string> Extensions)
{
    /// <summary>The options that it has a use for; <see cref="SourceTable.ReadAsync"/> refuses all others of them by name. Default: none.</summary>
    public SourceOptions Takes { get; init; }

    /// <summary>Whether a path ends with one of <see cref="Extensions"/>; letter case does not count.</summary>
    /// <param name="path">A path.</param>
    /// <returns>True if it does.</returns>
    public bool Matches(string path) =>
        Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
