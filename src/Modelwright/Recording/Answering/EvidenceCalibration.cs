namespace Modelwright.Recording.Answering;

/// <summary>Whether probabilities come true as often as they say.</summary>
public sealed record EvidenceCalibration
{
    /// <summary>What is applied: 'none', 'temperature', 'platt' or 'isotonic'.</summary>
    public required string Method { get; init; }

    /// <summary>The rows: 'sealed_holdout' or 'nested_out_of_fold'.</summary>
    public required string Data { get; init; }

    /// <summary>What was tried, each fitted on some folds and scored on the others.</summary>
    public required IReadOnlyList<EvidenceCalibrationTrial> Tried { get; init; }

    /// <summary>The curve of the probabilities that are answered.</summary>
    public required EvidenceReliability Reliability { get; init; }

    /// <summary>The curve before calibration; absent where there is none.</summary>
    public EvidenceReliability? Before { get; init; }
}
