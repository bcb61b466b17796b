using Modelwright.Sources;

namespace Modelwright.Cli.Verbs.Explaining;

/// <summary>What a call of 'explain' asks for.</summary>
/// <param name="Package">The package.</param>
/// <param name="File">The rows; null for the model as a whole.</param>
/// <param name="Reading">How rows are read.</param>
internal sealed record ExplainRequest(string Package, string? File, ReadOptions Reading)
{
    /// <summary>The one row to explain, from 1; null for all.</summary>
    public int? Row { get; init; }

    /// <summary>Where contributions go; null for the screen or the document.</summary>
    public string? Output { get; init; }

    /// <summary>The answer that the row is to have; null where that was not asked.</summary>
    public string? Want { get; init; }

    /// <summary>Columns that may change; empty means all.</summary>
    public IReadOnlyList<string> Mutable { get; init; } = [];

    /// <summary>Columns that may not.</summary>
    public IReadOnlyList<string> Fixed { get; init; } = [];

    /// <summary>Typical rows a group; null where they were not asked.</summary>
    public int? Prototypes { get; init; }

    /// <summary>Chance of estimates.</summary>
    public int Seed { get; init; }
}
