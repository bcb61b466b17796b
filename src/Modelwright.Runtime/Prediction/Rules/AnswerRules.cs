namespace Modelwright.Runtime.Prediction.Rules;

/// <summary>What a model says beyond its numbers: which class it answers, and how sure it is. Learned on rows that no member of the model had seen.</summary>
public sealed record AnswerRules
{
    /// <summary>No rule: the most probable class is answered, and there are neither intervals nor sets.</summary>
    public static AnswerRules None { get; } = new();

    /// <summary>For classes: which one is answered; null means the most probable.</summary>
    public ClassDecision? Decision { get; init; }

    /// <summary>For classes: which of them stand in a set; null where there are no sets.</summary>
    public ClassSetRule? Sets { get; init; }

    /// <summary>For numbers: the interval around an answer; null where there are no intervals.</summary>
    public IntervalRule? Intervals { get; init; }

    /// <summary>For numbers, where the form is a bag of fold models: the interval that comes from their answers; null where there are no such intervals. Takes the place of <see cref="Intervals"/>.</summary>
    public FoldIntervalRule? FoldIntervals { get; init; }

    /// <summary>Whether there is no rule at all.</summary>
    public bool IsNone => Decision is null && Sets is null && !HasIntervals;

    /// <summary>For numbers: whether there is an interval around each answer.</summary>
    public bool HasIntervals => Intervals is not null || FoldIntervals is not null;

    /// <summary>The answered class.</summary>
    /// <param name="probabilities">One a class.</param>
    /// <returns>A 0-based position.</returns>
    public int Choose(ReadOnlySpan<double> probabilities) => Decision?.Choose(probabilities) ?? ClassSetRule.Top(probabilities);

    /// <summary>What is wrong with the rules for a model of so many classes; null where they are sound.</summary>
    /// <param name="classes">Number of classes; 0 for a model that answers numbers.</param>
    /// <returns>A sentence without its end, or null.</returns>
    public string? Fault(int classes) =>
        classes == 0 && (Decision is not null || Sets is not null) ? "a model that answers numbers has no rule for classes"
        : classes > 0 && HasIntervals ? "a model that answers classes has no rule for intervals"
        : Intervals is not null && FoldIntervals is not null ? "there are two rules for intervals"
        : Decision?.Fault(classes) ?? Sets?.Fault() ?? Intervals?.Fault() ?? FoldIntervals?.Fault();
}
