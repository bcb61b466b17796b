namespace Modelwright.Server.Retraining;

/// <summary>One training of a job, or one going back, as it ended.</summary>
public sealed record RetrainingRecord
{
    /// <summary>When it began, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>Why it was begun, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Who began it: 'retraining' for the job itself, else the name of a key.</summary>
    public required string By { get; init; }

    /// <summary>'promoted', 'kept' (the champion stays), 'refused' (the gate of the registry said no), 'rolled_back', 'cancelled' or 'failed'.</summary>
    public required string Outcome { get; init; }

    /// <summary>What it came to, in sentences.</summary>
    public required string Said { get; init; }

    /// <summary>The champion's number in the registry when it began; null where that could not be read.</summary>
    public int? Champion { get; init; }

    /// <summary>The number of the version that was registered, or gone back to; null where none was.</summary>
    public int? Version { get; init; }

    /// <summary>The document of the decision (<see cref="Modelwright.Retraining.RetrainingDecision.ToJson"/>); null where none was made.</summary>
    public string? Decision { get; init; }
}
