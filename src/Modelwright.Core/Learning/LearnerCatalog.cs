using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning;

/// <summary>The learners a host brings, in order. Immutable: adding gives a new catalog.</summary>
public sealed class LearnerCatalog
{
    private readonly ILearner[] _learners;

    /// <summary>An empty catalog.</summary>
    public LearnerCatalog()
        : this([])
    {
    }

    private LearnerCatalog(ILearner[] learners) => _learners = learners;

    /// <summary>All learners, in the order they were added.</summary>
    public IReadOnlyList<ILearner> Learners => _learners;

    /// <summary>The catalog with more learners at its end.</summary>
    /// <param name="learners">Learners whose names are not there yet.</param>
    /// <returns>A new catalog.</returns>
    /// <exception cref="ArgumentException">A name is there already.</exception>
    public LearnerCatalog Add(params IEnumerable<ILearner> learners)
    {
        ILearner[] all = [.. _learners, .. learners];
        var twice = all.GroupBy(learner => learner.Info.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? new(all) : throw new ArgumentException($"Two learners are named '{twice.Key}'. Rename one of them.", nameof(learners));
    }

    /// <summary>The learners for a task.</summary>
    /// <param name="task">The task.</param>
    /// <returns>Learners in order, those unavailable on this machine included; may be empty.</returns>
    public IEnumerable<ILearner> For(LearningTask task) => _learners.Where(learner => learner.Info.Tasks.Contains(task));

    /// <summary>The learner of a name.</summary>
    /// <param name="name">A name as in a plan.</param>
    /// <returns>The learner.</returns>
    /// <exception cref="OptionsException">There is none; the text suggests the nearest.</exception>
    public ILearner Get(string name)
    {
        var names = _learners.Select(learner => learner.Info.Name).ToArray();
        return Array.Find(_learners, learner => learner.Info.Name == name)
            ?? throw new OptionsException($"Learner '{name}' is not known.{NearestName.Suggest(name, names)} There are: {string.Join(", ", names)}.");
    }
}
