namespace Modelwright.Nab.Scoring;

/// <summary>What a detection, a false alarm and a miss are worth to an application.</summary>
/// <param name="Name">The name as NAB spells it.</param>
/// <param name="Found">Worth of a window found.</param>
/// <param name="FalseAlarm">Cost of a false alarm far from a window.</param>
/// <param name="Missed">Cost of a window missed.</param>
/// <remarks>Lavin &amp; Ahmad 2015, section III, with the weights of NAB's config/profiles.json.</remarks>
internal sealed record NabProfile(string Name, double Found, double FalseAlarm, double Missed)
{
    /// <summary>All three, the standard one first.</summary>
    public static IReadOnlyList<NabProfile> All { get; } =
    [
        new("standard", 1, 0.11, 1),
        new("reward_low_FP", 1, 0.22, 1),
        new("reward_low_FN", 1, 0.11, 2),
    ];
}
