using Modelwright.Core.Data;

namespace Modelwright.Core.Learning;

/// <summary>What a learner learns from. Nothing but the features is there for every task.</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Features">The inputs, after steps.</param>
public sealed record TrainingSet(LearningTask Task, Table Features)
{
    /// <summary>
    /// What is to be predicted, one value a row, none missing: a <see cref="CategoryColumn"/> whose levels are the classes
    /// for classification, a <see cref="NumberColumn"/> for regression; null where the task has none.
    /// </summary>
    public Column? Target { get; init; }

    /// <summary>How much each row counts, 0 or more; null means one each.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Rows outside this set by whose loss a learner of many rounds may stop; null means none.</summary>
    public TrainingSet? Validation { get; init; }

    /// <summary>The classes, for classification; empty otherwise.</summary>
    public IReadOnlyList<string> Classes => Target is CategoryColumn classes && Task.AnswersClasses ? classes.Levels : [];
}
