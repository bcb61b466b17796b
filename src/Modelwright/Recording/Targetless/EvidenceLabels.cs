namespace Modelwright.Recording.Targetless;

/// <summary>What came of the labels of some rows, where nothing is predicted.</summary>
public sealed record EvidenceLabels
{
    /// <summary>Name of the column.</summary>
    public required string Column { get; init; }

    /// <summary>The value that marks what the task looks for; absent where no row has it.</summary>
    public string? Positive { get; init; }

    /// <summary>Rows that are labelled so.</summary>
    public required int PositiveRows { get; init; }

    /// <summary>Rows that are labelled as all others.</summary>
    public required int NegativeRows { get; init; }

    /// <summary>Rows of which nothing is known.</summary>
    public required int UnknownRows { get; init; }

    /// <summary>Whether the shipped model learned from them.</summary>
    public required bool AreUsed { get; init; }

    /// <summary>What came of them, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>How the labelled rows are told apart by models that learned from labels, each row by fits and a choice without it; absent where there are too few.</summary>
    public Figure? WithLabels { get; init; }

    /// <summary>How they are told apart by what has seen no label; absent where there are too few.</summary>
    public Figure? WithoutLabels { get; init; }

    /// <summary>The learners that were tried on the labelled rows, best first.</summary>
    public IReadOnlyList<EvidenceLabelLearner> Tried { get; init; } = [];
}
