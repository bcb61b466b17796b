namespace Modelwright.Recording.Targetless;

/// <summary>How anomalies were told from other rows.</summary>
public sealed record EvidenceAnomalies
{
    /// <summary>The score from which on a row is an anomaly; absent where no score is one.</summary>
    public double? Threshold { get; init; }

    /// <summary>Rows of training that are anomalies by it.</summary>
    public required int Found { get; init; }

    /// <summary>Their share: as told, or as estimated.</summary>
    public required double Share { get; init; }

    /// <summary>Lower end of the share's 95 % interval; absent where the share was told.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of it.</summary>
    public double? Upper { get; init; }

    /// <summary>How the share came about, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The series that were read in time; absent where rows are judged beside all others.</summary>
    public EvidenceStreams? Streams { get; init; }

    /// <summary>The detectors that were tried, the heaviest first; none where series are read in time.</summary>
    public required IReadOnlyList<EvidenceDetector> Detectors { get; init; }
}
