using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Testing.Learners;

/// <summary>A task as the suite's toys pose it.</summary>
/// <param name="Name">As it stands in the name of a check.</param>
/// <param name="Task">What is asked.</param>
/// <param name="Classes">The classes; empty for other tasks. Not in ordinal order, so that a reordering shows.</param>
internal sealed record ToyTask(string Name, LearningTask Task, IReadOnlyList<string> Classes)
{
    /// <summary>Two classes.</summary>
    public static ToyTask Binary { get; } = new("two classes", LearningTask.Classification, ["yes", "no"]);

    /// <summary>Three classes.</summary>
    public static ToyTask Multiclass { get; } = new("three classes", LearningTask.Classification, ["low", "high", "élevé"]);

    /// <summary>A number.</summary>
    public static ToyTask Regression { get; } = new("regression", LearningTask.Regression, []);

    /// <summary>Rows that belong together.</summary>
    public static ToyTask Clusters { get; } = new("clusters", LearningTask.Clustering, []);

    /// <summary>Strange rows.</summary>
    public static ToyTask Anomalies { get; } = new("anomalies", LearningTask.Anomalies, []);

    /// <summary>Answers a row.</summary>
    public int Width => Task.AnswersClasses ? Classes.Count : IsClustering ? ClusterAnswers.Columns.Count : 1;

    /// <summary>Whether there is something to predict.</summary>
    public bool HasTarget => Task.TargetType is not null;

    /// <summary>Whether a number is asked for.</summary>
    public bool IsRegression => Task.AnswersNumbers;

    /// <summary>Whether clusters are.</summary>
    public bool IsClustering => Task == LearningTask.Clustering;

    /// <summary>Whether classes are asked for.</summary>
    public bool IsClassification => Task.AnswersClasses;

    /// <summary>The toys' tasks that a learner can do.</summary>
    public static IEnumerable<ToyTask> For(LearnerInfo info) =>
        new[] { Binary, Multiclass, Regression, Clusters, Anomalies }.Where(task => info.Tasks.Contains(task.Task));
}
