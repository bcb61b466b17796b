using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly;

/// <summary>Says so where rows have weights that a detector does not look at.</summary>
internal static class UnusedWeights
{
    /// <summary>The warning; none where all rows that count weigh the same.</summary>
    /// <param name="learner">The detector.</param>
    /// <param name="admitted">Its data, without rows of weight 0.</param>
    public static IReadOnlyList<string> Warnings(ILearner learner, TrainingSet admitted) => admitted.Weights is null
        ? []
        : [$"Learner '{learner.Info.Name}' leaves out rows of weight 0 and counts all others alike. Repeat rows that are to count more."];
}
