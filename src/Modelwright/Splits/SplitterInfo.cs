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

    /// <summary>Whether all folds are dealt out <see cref="SplitRequest.Repeats"/> times, so that a row is tested as many times.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether there is a split for every row or group, whatever <see cref="SplitRequest.Folds"/> says.</summary>
    public bool IsExhaustive { get; init; }

    /// <summary>Whether every row is tested exactly once (where folds are repeated, once each time) and trains in all other splits.</summary>
    public bool TestsEveryRow { get; init; }

    /// <summary>Whether class shares in each part are within one row of those of all rows.</summary>
    public bool KeepsClassShares { get; init; }

    /// <summary>Whether no group is on both sides; it needs <see cref="SplitRequest.Groups"/>.</summary>
    public bool KeepsGroupsTogether { get; init; }

    /// <summary>Whether every training row is older than every test row; it needs <see cref="SplitRequest.Times"/> and keeps the distances asked for.</summary>
    public bool KeepsTimeOrder { get; init; }
}
