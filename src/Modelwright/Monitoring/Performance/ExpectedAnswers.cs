using Modelwright.Measures;

namespace Modelwright.Monitoring.Performance;

/// <summary>What a model is expected to score on rows without labels.</summary>
internal abstract class ExpectedAnswers
{
    /// <summary>The expected score of some rows.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="some">Row numbers; null means all.</param>
    /// <returns>The score with the error that comes from which rows they are; null where this metric cannot be estimated.</returns>
    public abstract Estimate? Of(IMetric metric, int[]? some);
}
