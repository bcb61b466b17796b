namespace Modelwright.Recording.Distilling;

/// <summary>What can be wrong with the teacher of a plan that was edited by hand.</summary>
internal static class TeacherFaults
{
    /// <summary>All faults, each a sentence; empty without a teacher.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="ofMembers">Tells what is wrong with the members of a model.</param>
    public static IEnumerable<string> Of(PlanDecision decision, Func<IReadOnlyList<PlanMember>, IEnumerable<string>> ofMembers)
    {
        if (decision.Teacher is not { } teacher)
        {
            if (decision.TeacherShare is not null)
            {
                yield return "the decision has a 'teacher_share' and no 'teacher'.";
            }

            yield break;
        }

        if (!(decision.TeacherShare is > 0 and <= 1))
        {
            yield return FormattableString.Invariant($"'teacher_share' must be above 0 and at most 1. Got {decision.TeacherShare?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? "none"}.");
        }

        if (teacher.Fit != "folds" || teacher.Teacher is not null)
        {
            yield return "the teacher of the decision must be fitted on folds ('fit': 'folds') and have no teacher of its own.";
        }

        foreach (var fault in ofMembers(teacher.Members))
        {
            yield return fault;
        }
    }
}
