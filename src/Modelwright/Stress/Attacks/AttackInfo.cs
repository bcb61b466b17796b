namespace Modelwright.Stress.Attacks;

/// <summary>What an attack says of itself; the test and the report read it.</summary>
public sealed record AttackInfo
{
    /// <summary>The name in documents, in snake_case: 'greedy_thresholds'.</summary>
    public required string Name { get; init; }

    /// <summary>The name in prose: 'Greedy search over thresholds'.</summary>
    public required string Title { get; init; }

    /// <summary>Its name in the taxonomy of NIST AI 100-2 (2025): 'evasion, black-box, decision-based'.</summary>
    public required string Taxonomy { get; init; }

    /// <summary>How it goes about it, in a sentence or two.</summary>
    public required string Meaning { get; init; }

    /// <summary>The paper or report that it goes back to.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the opponent must know what is inside the model, and not only its answers.</summary>
    public bool IsWhiteBox { get; init; }
}
