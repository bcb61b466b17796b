namespace Modelwright.Stress.Privacy;

/// <summary>How many answers a copy of the model needs: model extraction, a privacy attack of NIST AI 100-2.</summary>
public sealed record ExtractionScore
{
    /// <summary>The agreement from which a copy counts as one: 0.95, or more where the model answers one class nearly always.</summary>
    public required double Needed { get; init; }

    /// <summary>What was tried, one opponent after another, fewest answers first.</summary>
    public required IReadOnlyList<ExtractionPoint> Points { get; init; }

    /// <summary>The fewest answers that gave a copy; null where none did.</summary>
    public int? Queries { get; init; }

    /// <summary>The most answers that did not give one to the opponent who needs fewest; 0 where the first number tried did.</summary>
    public required int NotEnough { get; init; }

    /// <summary>The same in words.</summary>
    public required string Text { get; init; }
}
