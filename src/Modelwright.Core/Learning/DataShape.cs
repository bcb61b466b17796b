namespace Modelwright.Core.Learning;

/// <summary>What a learner may know of the data before a fit: enough to recommend settings and to estimate cost.</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Rows">Training rows.</param>
/// <param name="Numbers">Number columns after steps.</param>
/// <param name="Categories">Category columns after steps.</param>
/// <param name="Outputs">Number of classes; 1 for regression; 0 where the task has no target.</param>
public sealed record DataShape(LearningTask Task, int Rows, int Numbers, int Categories, int Outputs)
{
    /// <summary>Seconds on one thread that a fit may take; infinity where nobody counts. A learner recommends settings that fit.</summary>
    public double Seconds { get; init; } = double.PositiveInfinity;

    /// <summary>Bytes that the form of a fit may take; infinity where nobody counts. A learner recommends settings that fit.</summary>
    public double Bytes { get; init; } = double.PositiveInfinity;

    /// <summary>Columns after steps.</summary>
    public int Features => Numbers + Categories;
}
