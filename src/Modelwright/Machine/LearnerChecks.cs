using Modelwright.Core.Learning;

namespace Modelwright.Machine;

/// <summary>Whether the learners of the host can work here; each says so itself, so none is named here.</summary>
internal static class LearnerChecks
{
    internal static IEnumerable<MachineCheck> Of(LearnerCatalog learners)
    {
        var all = new Subject("learners", "train models");
        var able = learners.Learners.Where(learner => learner.Unavailable is null).Select(learner => learner.Info.Title).ToArray();
        yield return able.Length > 0
            ? all.Ok($"{able.Length} can work: {string.Join(", ", able)}")
            : all.Missing("none can work", "Do what is said of one of them, or add learners to the host's catalog.");
        foreach (var learner in learners.Learners)
        {
            // Their text says what is wrong and what to do, in one.
            if (learner.Unavailable is { } reason)
            {
                yield return new Subject($"learner_{learner.Info.Name}", "trains models; training goes on without it").Missing($"{learner.Info.Title} cannot work", reason);
            }
        }
    }
}
