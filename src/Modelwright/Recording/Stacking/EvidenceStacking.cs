namespace Modelwright.Recording.Stacking;

/// <summary>What came of a second layer over the answers of the members, on rows that no fit of either layer had seen.</summary>
/// <param name="Learner">Name of the learner of the second layer.</param>
/// <param name="IsKept">Whether it is part of the model: it beat the blend by more than the standard error of the difference.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record EvidenceStacking(string Learner, bool IsKept, string Reason)
{
    /// <summary>The main metric of the blend on these rows; absent where the time did not suffice.</summary>
    public double? Blend { get; init; }

    /// <summary>The main metric of both layers together.</summary>
    public double? Stack { get; init; }

    /// <summary>The standard error of their difference; absent where it cannot be told.</summary>
    public double? StandardError { get; init; }

    /// <summary>The rows; 0 where the time did not suffice.</summary>
    public int Rows { get; init; }
}
