using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

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

    /// <summary>Chance of estimates.</summary>
    public int Seed { get; init; }
}
