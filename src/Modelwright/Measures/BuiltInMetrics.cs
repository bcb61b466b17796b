using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Measures.Classes;
using Modelwright.Measures.Numbers;

namespace Modelwright.Measures;

/// <summary>The list of metrics: the one existing file that a new metric edits.</summary>
public static class BuiltInMetrics
{
    /// <summary>All metrics; those of a task in the order in which reports show them.</summary>
    public static IReadOnlyList<IMetric> All { get; } =
    [
        new Accuracy(),
        new BalancedAccuracy(),
        new Precision(),
        new Recall(),
        new F1(),
        new MatthewsCorrelation(),
        new RocAuc(),
        new PrAuc(),
        new LogLoss(),
        new Brier(),
        new MeanAbsoluteError(),
        new RootMeanSquaredError(),
        new MeanAbsolutePercentageError(),
        new RSquared(),
        new MedianAbsoluteError(),
    ];

    /// <summary>The metrics of a task.</summary>
    /// <param name="task">The task.</param>
    /// <returns>Metrics in order; empty for a task that has none.</returns>
    public static IEnumerable<IMetric> For(LearningTask task) => All.Where(metric => metric.Info.Task == task || (task.TargetType is { } type && metric.Info.Task.TargetType == type));

    /// <summary>The metric of a name.</summary>
    /// <param name="name">A name as in a plan.</param>
    /// <returns>The metric.</returns>
    /// <exception cref="OptionsException">There is none; the text suggests the nearest.</exception>
    public static IMetric Get(string name)
    {
        var names = All.Select(metric => metric.Info.Name).ToArray();
        return All.FirstOrDefault(metric => metric.Info.Name == name)
            ?? throw new OptionsException($"Metric '{name}' is not known.{NearestName.Suggest(name, names)} There are: {string.Join(", ", names)}.");
    }

    /// <summary>The metric that a run uses where none is named.</summary>
    /// <param name="task">The task.</param>
    /// <param name="classes">Number of classes; not used for other tasks.</param>
    /// <returns>ROC AUC for two classes, log loss for more, root mean squared error for numbers.</returns>
    /// <exception cref="OptionsException">The task has no metric.</exception>
    public static IMetric Default(LearningTask task, int classes)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.AnswersClasses ? Get(classes > 2 ? "log_loss" : "roc_auc")
            : task.AnswersNumbers ? Get("rmse")
            : throw new OptionsException($"Task '{task}' has no metric here. Name a metric.");
    }
}
