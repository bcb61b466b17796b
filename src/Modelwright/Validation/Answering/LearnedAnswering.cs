using Modelwright.Recording.Answering;

namespace Modelwright.Validation.Answering;

/// <summary>How answers are read, as it was learned on out-of-fold answers.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Nested">What it says of the same rows, each by rules that were learned without its fold.</param>
internal sealed record LearnedAnswering(AnsweringDecision Decision, JudgedRows Nested)
{
    /// <summary>Ways to calibrate that were tried.</summary>
    public IReadOnlyList<EvidenceCalibrationTrial> Tried { get; init; } = [];

    /// <summary>What a person should know where no rows are at hand that are new to every fold model; null where the same rows tell.</summary>
    public string? Unmeasured { get; init; }

    /// <summary>What a person should know, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
