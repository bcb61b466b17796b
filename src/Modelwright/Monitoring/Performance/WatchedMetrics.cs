using Modelwright.Core.Learning;
using Modelwright.Measures;

namespace Modelwright.Monitoring.Performance;

/// <summary>The metrics that are watched: the main one, which alone raises alarms, and those that people ask for.</summary>
internal static class WatchedMetrics
{
    private static readonly string[] OfClasses = ["accuracy", "log_loss", "roc_auc"];
    private static readonly string[] OfNumbers = ["rmse", "mae"];

    /// <summary>The metrics; the main one first.</summary>
    public static IReadOnlyList<IMetric> Of(LearningTask task, IMetric main) =>
        [main, .. (task.AnswersClasses ? OfClasses : OfNumbers).Where(name => name != main.Info.Name).Select(BuiltInMetrics.Get)];
}
