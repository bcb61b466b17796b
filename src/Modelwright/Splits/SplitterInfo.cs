namespace Modelwright.Splits;

/// <summary>What a splitter says of itself; validation, reports and documents read it.</summary>
public sealed record SplitterInfo
{
    /// <summary>The name in plans and on screens, in snake_case: 'k_fold'.</summary>
    public required string Name { get; init; }

    /// <summary>The name in prose: 'K-fold'.</summary>
    public required string Title { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>Whether it makes one split of <see cref="SplitRequest.TestShare"/> instead of <see cref="SplitRequest.Folds"/> splits.</summary>
    public bool IsHoldout { get; init; }

    /// <summary>Whether every row is tested exactly once and trains in all other splits.</summary>
    public bool TestsEveryRow { get; init; }

    /// <summary>Whether class shares in each part are within one row of those of all rows.</summary>
    public bool KeepsClassShares { get; init; }

    /// <summary>Whether no group is on both sides; it needs <see cref="SplitRequest.Groups"/>.</summary>
    public bool KeepsGroupsTogether { get; init; }

    /// <summary>Whether every training row is older than every test row; it needs <see cref="SplitRequest.Times"/>.</summary>
    public bool KeepsTimeOrder { get; init; }
}
