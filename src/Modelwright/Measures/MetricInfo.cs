using Modelwright.Core.Learning;

namespace Modelwright.Measures;

/// <summary>What a metric says of itself; search, reports and documents read it.</summary>
public sealed record MetricInfo
{
    /// <summary>The name in plans and on screens, in snake_case: 'roc_auc'.</summary>
    public required string Name { get; init; }

    /// <summary>The name in prose: 'ROC AUC'.</summary>
    public required string Title { get; init; }

    /// <summary>The task whose answers it scores.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>Whether more is better.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>Smallest score there is; may be negative infinity.</summary>
    public required double Minimum { get; init; }

    /// <summary>Largest score there is; may be infinity.</summary>
    public required double Maximum { get; init; }

    /// <summary>The score of answers that are all right.</summary>
    public double Perfect => HigherIsBetter ? Maximum : Minimum;

    /// <summary>
    /// The score of a constant answer, worked out from the truth alone: of the class shares as probabilities, or of the mean.
    /// That is what the baseline learner gets.
    /// </summary>
    public required Func<Answers, double> Constant { get; init; }

    /// <summary>What <see cref="Constant"/> is, in words: '0.5'.</summary>
    public required string ConstantMeaning { get; init; }

    /// <summary>What it measures and in which unit, in a sentence or two; how it treats more than two classes, and what it leaves out.</summary>
    public required string Meaning { get; init; }

    /// <summary>When it has no value (NaN), in words, besides the case of no rows; empty where it always has one.</summary>
    public string Undefined { get; init; } = "";

    /// <summary>Whether it has no value where all rows are of one class.</summary>
    public bool NeedsTwoClasses { get; init; }

    /// <summary>Whether it reads the probabilities themselves and not only which class is the most probable.</summary>
    public bool ReadsProbabilities { get; init; }

    /// <summary>
    /// Whether honest probabilities score best in the long run. Where not, a choice by the metric alone may leave probabilities
    /// anywhere, as one by ranks does, or by labels.
    /// </summary>
    public bool IsProper { get; init; } = true;

    /// <summary>The paper or reference implementation.</summary>
    public required string Source { get; init; }
}
