namespace Modelwright.Measures;

/// <summary>Comparing scores whatever their direction.</summary>
public static class MetricScoring
{
    /// <summary>The score turned so that lower is better; an undefined score becomes infinity, the worst.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="answers">Answers of the kind its task has.</param>
    /// <returns>The score, or its negative where higher is better.</returns>
    public static double Loss(this IMetric metric, Answers answers)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.AsLoss(metric.Score(answers));
    }

    /// <summary>A score turned so that lower is better; NaN becomes infinity, the worst.</summary>
    /// <param name="metric">The metric it is from.</param>
    /// <param name="score">The score.</param>
    /// <returns>The score, or its negative where higher is better.</returns>
    public static double AsLoss(this IMetric metric, double score)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return double.IsNaN(score) ? double.PositiveInfinity : metric.Info.HigherIsBetter ? -score : score;
    }

    /// <summary>Whether one score is better than another; an undefined score is worse than any other.</summary>
    /// <param name="metric">The metric both are from.</param>
    /// <param name="score">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>True where the first is strictly better.</returns>
    public static bool IsBetter(this IMetric metric, double score, double other) => metric.AsLoss(score) < metric.AsLoss(other);
}
