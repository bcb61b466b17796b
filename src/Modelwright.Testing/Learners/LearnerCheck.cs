using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>One check of the suite before it is bound to a learner and a task.</summary>
/// <param name="Name">The case and what is expected.</param>
/// <param name="Run">Returns when the check holds.</param>
internal sealed record LearnerCheck(string Name, Action<LearnerCase> Run)
{
    /// <summary>Whether it runs on each task of the learner, or on the first that suits.</summary>
    public bool EveryTask { get; init; } = true;

    /// <summary>The tasks it makes sense for.</summary>
    public Func<ToyTask, bool> Suits { get; init; } = _ => true;

    /// <summary>The learners it is demanded of.</summary>
    public Func<LearnerInfo, LearnerExpectations, bool> Demanded { get; init; } = (_, _) => true;

    /// <summary>Binds the check.</summary>
    public ContractCheck On(LearnerCase learnerCase)
    {
        var name = EveryTask ? $"{Name} ({learnerCase.Task.Name})" : Name;
        return ContractCheck.Of("Learner", learnerCase.Learner.Info.Name, name, () => Run(learnerCase));
    }
}
