using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;

namespace Modelwright.Stress.Privacy;

/// <summary>Chooses what an opponent makes a copy with, by what learners say of themselves.</summary>
internal static class CopyLearners
{
    /// <summary>Learners that are tried beside the cheapest.</summary>
    private const int MostStrong = 2;

    /// <summary>Seconds on one thread that a fit on all answers may take, as the learner declares it: not by the clock, so that the same are chosen everywhere.</summary>
    private const double MostSeconds = 2;

    /// <summary>The strongest that can be afforded, and the cheapest.</summary>
    /// <param name="learners">Those of the host.</param>
    /// <param name="model">The model to copy.</param>
    /// <param name="queries">Answers that a copy is made from at most.</param>
    /// <returns>None where no learner suits the task.</returns>
    public static IReadOnlyList<ILearner> Among(IEnumerable<ILearner> learners, StressedModel model, int queries)
    {
        var task = model.Metric.Info.Task;
        ColumnSpec[] features = [.. model.Schema.Features];
        var numbers = features.Count(column => column.Type == ColumnType.Number);
        var shape = new DataShape(task, queries, numbers, features.Length - numbers, model.Calm is ClassAnswers classes ? classes.Classes.Count : 1);
        var suited = learners
            .Where(learner => learner.Unavailable is null && learner.Info is { IsBaseline: false, ReadsInOrder: false } && learner.Info.Tasks.Contains(task))
            .Select(learner => (Learner: learner, learner.Estimate(shape, learner.Recommend(shape)[0]).Seconds))
            .OrderBy(entry => entry.Seconds)
            .ThenBy(entry => entry.Learner.Info.Name, StringComparer.Ordinal)
            .ToArray();
        return [.. suited.Take(1).Concat(suited.Where(entry => entry.Seconds <= MostSeconds).OrderByDescending(entry => entry.Learner.Info.Strength).Take(MostStrong)).Select(entry => entry.Learner).Distinct()];
    }
}
