using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Recording.Answering;

/// <summary>How answers are read, with nothing left open: what was learned on out-of-fold answers, to the bit.</summary>
public sealed record AnsweringDecision
{
    /// <summary>What calibrates the probabilities; null where they stay as they are.</summary>
    public ProbabilityMap? Calibration { get; init; }

    /// <summary>For classes: which one is answered; null means the most probable.</summary>
    public ClassDecision? Decision { get; init; }

    /// <summary>For classes: which of them stand in a set; null where there are no sets.</summary>
    public ClassSetRule? Sets { get; init; }

    /// <summary>For numbers: the interval around an answer; null where there are no intervals.</summary>
    public IntervalRule? Intervals { get; init; }

    /// <summary>For numbers: the interval that comes from the answers of the fold models; null where there are no such intervals.</summary>
    public FoldIntervalRule? FoldIntervals { get; init; }
}
