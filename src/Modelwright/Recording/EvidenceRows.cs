namespace Modelwright.Recording;

/// <summary>Where the rows of the data went; nothing is dropped in silence.</summary>
public sealed record EvidenceRows
{
    /// <summary>Rows in the data.</summary>
    public required int Read { get; init; }

    /// <summary>Rows of the file that could not be read and were skipped because the person said so.</summary>
    public long Skipped { get; init; }

    /// <summary>Rows left out because their target is missing.</summary>
    public required int WithoutTarget { get; init; }

    /// <summary>Rows left out so that the run keeps within its memory.</summary>
    public int LeftOutForMemory { get; init; }

    /// <summary>Rows the search worked with.</summary>
    public required int Development { get; init; }

    /// <summary>Rows that took no part in the search, which chose on a sample; the fit on all rows has them.</summary>
    public int OutsideSearch { get; init; }

    /// <summary>Rows sealed before the search and opened once.</summary>
    public required int SealedHoldout { get; init; }

    /// <summary>Rows the person named as test rows.</summary>
    public required int Test { get; init; }

    /// <summary>Rows the shipped model was made from.</summary>
    public required int Shipped { get; init; }
}
