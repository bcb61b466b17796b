namespace Modelwright.Recording.Answering;

/// <summary>What is known of how answers are read: on rows that neither the model nor its calibration, decision and intervals had seen.</summary>
public sealed record EvidenceAnswering
{
    /// <summary>For classes: whether probabilities come true as often as they say, and what calibration does to that.</summary>
    public EvidenceCalibration? Calibration { get; init; }

    /// <summary>For classes with a threshold or costs: what the decision is worth.</summary>
    public EvidenceDecision? Decision { get; init; }

    /// <summary>How often intervals or sets held the truth, and how wide they were; absent where there are none.</summary>
    public EvidenceIntervals? Intervals { get; init; }
}
