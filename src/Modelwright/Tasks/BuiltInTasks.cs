using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Tasks.Anomalies;
using Modelwright.Tasks.Clustering;

namespace Modelwright.Tasks;

/// <summary>The list of tasks that can be trained: the one existing file that a new task edits. No other stage knows one by its name.</summary>
public static class BuiltInTasks
{
    /// <summary>Tasks that need no target, each with what the life cycle asks of it.</summary>
    public static IReadOnlyList<TargetlessTask> Targetless { get; } = [new ClusteringTask(), new AnomalyTask()];

    /// <summary>The names of all tasks that can be trained: those with metrics for their target, then those without a target.</summary>
    public static IEnumerable<string> Names => LearningTask.Known.Where(task => BuiltInMetrics.For(task).Any()).Concat(Targetless.Select(known => known.Task)).Select(task => task.Name);
}
