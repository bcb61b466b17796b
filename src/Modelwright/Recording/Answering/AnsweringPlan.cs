namespace Modelwright.Recording.Answering;

/// <summary>How answers are to be read beyond the model's numbers, as it is told: calibration, decision, intervals and sets.</summary>
public sealed record AnsweringPlan
{
    /// <summary>What is told where nothing is told.</summary>
    public static AnsweringPlan Usual { get; } = new();

    /// <summary>How probabilities are calibrated: 'auto' (the best, where it is better by more than noise), 'none', 'temperature', 'platt' or 'isotonic'.</summary>
    public string Calibration { get; init; } = "auto";

    /// <summary>For two classes: the metric that the threshold is tuned for, such as 'f1'; null leaves the most probable class as the answer.</summary>
    public string? ThresholdFor { get; init; }

    /// <summary>What each answer (inner name) costs where a class (outer name) is true; a right answer that is left out costs 0. Null means no costs.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>>? Costs { get; init; }

    /// <summary>How often prediction intervals and sets are to hold the truth, from 0.5 to 0.999.</summary>
    public double Coverage { get; init; } = 0.9;

    /// <summary>How intervals of numbers are made: 'cross_conformal', around the answer of the shipped model, or 'cv_plus', from the answers of its fold models; null means the first.</summary>
    public string? IntervalsBy { get; init; }

    /// <summary>Whether intervals come from one model a fold, so that the shipped model must be their mean.</summary>
    internal bool IsByFolds => IntervalsBy == "cv_plus";
}
