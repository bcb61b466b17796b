namespace Modelwright.Recording.Runs;

/// <summary>One trial as the store holds it.</summary>
public sealed record RecordedTrial
{
    /// <summary>From 1 in the order tried; the baseline is 0.</summary>
    public required int Trial { get; init; }

    /// <summary>'scored'; 'evidence' where its model may not be shipped; 'given_up' after the first folds; 'failed'.</summary>
    public required string State { get; init; }

    /// <summary>Name of the learner.</summary>
    public required string Learner { get; init; }

    /// <summary>Name of the learner in prose.</summary>
    public required string Title { get; init; }

    /// <summary>What was set, such as "leaves=31, learning_rate=0.05"; empty for the defaults.</summary>
    public required string Parameters { get; init; }

    /// <summary>The way its features were made.</summary>
    public required string Features { get; init; }

    /// <summary>Chance inside the fits.</summary>
    public required int Seed { get; init; }

    /// <summary>Chance of the folds.</summary>
    public required int PartitionSeed { get; init; }

    /// <summary>The metric out of fold; null where it was not scored.</summary>
    public double? Score { get; init; }

    /// <summary>Seconds it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Seconds from the start of the run to its end.</summary>
    public required double EndedAfter { get; init; }

    /// <summary>Its weight in the ensemble; 0 where it is no member, or the run goes on.</summary>
    public double Weight { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Fault { get; init; }
}
