namespace Modelwright.Recording;

/// <summary>One member of the blend.</summary>
public sealed record PlanMember
{
    /// <summary>Name of the learner.</summary>
    public required string Learner { get; init; }

    /// <summary>Its weight; all weights sum to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>Chance inside the fits.</summary>
    public required int Seed { get; init; }

    /// <summary>Chance of the folds.</summary>
    public required int PartitionSeed { get; init; }

    /// <summary>The way its features are made, a name such as 'standard' or 'plain'.</summary>
    public string Features { get; init; } = "standard";

    /// <summary>One setting for all folds, or one for each where the clock ended some fits.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, string>> Parameters { get; init; }
}
