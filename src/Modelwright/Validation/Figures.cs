using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Recording;

namespace Modelwright.Validation;

/// <summary>Works out every metric of a task on answers that no choice has seen.</summary>
internal static class Figures
{
    /// <summary>One figure a metric, the main metric first.</summary>
    /// <param name="answers">Answers paired with the truth.</param>
    /// <param name="task">What was asked.</param>
    /// <param name="main">The main metric.</param>
    /// <param name="model">The model the figures belong to.</param>
    /// <param name="data">The rows they come from.</param>
    /// <param name="groups">One number a row; rows of one number belong together and count as one draw. Null: each row is a draw.</param>
    public static IEnumerable<Figure> All(Answers answers, LearningTask task, IMetric main, string model, string data, int[]? groups = null) =>
        BuiltInMetrics.All
            .Where(metric => metric.Info.Task == task)
            .OrderByDescending(metric => metric.Info.Name == main.Info.Name)
            .Select(metric => Of(metric.Info, metric.Estimate(answers, groups), model, data));

    /// <summary>A figure of an estimate.</summary>
    public static Figure Of(MetricInfo metric, Estimate estimate, string model, string data) => new()
    {
        Model = model,
        Data = data,
        Metric = metric.Name,
        Value = estimate.Value,
        StandardError = estimate.StandardError,
        Lower = estimate.Lower,
        Upper = estimate.Upper,
        Rows = estimate.Rows,
        HigherIsBetter = metric.HigherIsBetter,
    };
}
