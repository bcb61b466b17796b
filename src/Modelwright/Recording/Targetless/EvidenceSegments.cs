namespace Modelwright.Recording.Targetless;

/// <summary>The segments, and what tells for them.</summary>
public sealed record EvidenceSegments
{
    /// <summary>Number of segments; 1 where the rows have none.</summary>
    public required int Count { get; init; }

    /// <summary>Why these, in a sentence or two; empty where a plan was repeated.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Rows of training that belong to none.</summary>
    public required int Noise { get; init; }

    /// <summary>The segments, in the order of their numbers.</summary>
    public required IReadOnlyList<EvidenceSegment> Segments { get; init; }

    /// <summary>Share of the rows whose segment the rules in words give, cross-validated; absent where there are no rules.</summary>
    public double? RuleAccuracy { get; init; }

    /// <summary>What was tried, best first; absent where a plan was repeated.</summary>
    public IReadOnlyList<EvidenceSegmentation> Tried { get; init; } = [];
}
