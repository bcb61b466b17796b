using Modelwright.Core.Data;
using Modelwright.Recording.Answering;
using Modelwright.Recording.Distilling;

namespace Modelwright.Recording;

/// <summary>What can be wrong with a plan that was edited by hand, told before any row is looked at.</summary>
internal static class PlanFaults
{
    /// <summary>All faults, each a sentence with its remedy; empty where the plan is sound.</summary>
    public static IEnumerable<string> Of(TrainingPlan plan)
    {
        // What JSON calls null may stand in any list.
        if (plan.Columns.Any(column => column is null) || plan.Learners.Any(name => name is null))
        {
            yield return "null stands in 'columns' or 'learners'. Take it out.";
            yield break;
        }

        var targets = plan.Columns.Where(column => column.Role == ColumnRole.Target).Select(column => column.Name).ToArray();
        if (plan.Target is { } target ? targets is not [var only] || only != target : targets.Length > 0)
        {
            yield return $"'target' is {Named(plan.Target)}, but the columns with the role target are: {Named(targets)}. Name the same column in both places.";
        }

        foreach (var fault in Labels(plan))
        {
            yield return fault;
        }

        foreach (var name in plan.Columns.CountBy(column => column.Name, StringComparer.Ordinal).Where(name => name.Value > 1))
        {
            yield return $"column '{name.Key}' stands {name.Value} times in 'columns'. Keep one of them.";
        }

        foreach (var fault in plan.Columns.SelectMany(ColumnFaults.Of))
        {
            yield return fault;
        }

        foreach (var fault in Limits(plan))
        {
            yield return fault;
        }

        foreach (var fault in plan.Decision is { } decision ? Of(decision.Members).Concat(Of(decision.SecondLayer)).Concat(TeacherFaults.Of(decision, Of)).Concat(Of(decision.Answering)) : [])
        {
            yield return $"{fault} Mend it, or take 'decision' out of the plan to search anew.";
        }
    }

    private static IEnumerable<string> Labels(TrainingPlan plan)
    {
        if (plan.Labels is not { } labels)
        {
            yield break;
        }

        if (plan.Target is { } target)
        {
            yield return $"'labels' is '{labels}' and 'target' is '{target}'; labels are for tasks that predict no column. Take one of them out.";
        }

        if (plan.Columns.FirstOrDefault(column => column.Name == labels) is not { } column)
        {
            yield return $"'labels' is '{labels}', which is not among 'columns'. Name one of them.";
        }
        else if (column.Role != ColumnRole.Ignore)
        {
            yield return $"'labels' is '{labels}', whose role is '{column.Role.ToString().ToLowerInvariant()}'; a model would be told what it is to find. Give it the role 'ignore'.";
        }
    }

    private static IEnumerable<string> Limits(TrainingPlan plan)
    {
        if (plan.MaximumLatencyMicroseconds is { } latency && !(latency > 0 && double.IsFinite(latency)))
        {
            yield return FormattableString.Invariant($"'maximum_latency_microseconds' is {latency}; it is a number above 0. Mend it, or take it out for no limit.");
        }

        if (plan.Segments is { } segments && segments is < 2 or > 500)
        {
            yield return $"'segments' is {segments}; it is from 2 to 500. Mend it, or take it out to let the data tell.";
        }

        if (plan.Contamination is { } share && !(share is > 0 and <= 0.5))
        {
            yield return FormattableString.Invariant($"'contamination' is {share}; it is above 0 and at most 0.5. Mend it, or take it out to let the data tell.");
        }

        if (plan.MaximumSizeBytes is < 1 and { } size)
        {
            yield return FormattableString.Invariant($"'maximum_size_bytes' is {size}; it is 1 or more. Mend it, or take it out for no limit.");
        }
    }

    private static IEnumerable<string> Of(IReadOnlyList<PlanMember> members)
    {
        if (members.Count == 0)
        {
            yield return "the decision has no members.";
        }

        for (var place = 0; place < members.Count; place++)
        {
            if (members[place] is not { } member)
            {
                yield return $"member {place + 1} of the decision is null.";
            }
            else if (!(member.Weight > 0) || double.IsInfinity(member.Weight))
            {
                yield return FormattableString.Invariant($"member {place + 1} of the decision has the weight {member.Weight}; a weight is above 0.");
            }
            else if (member.Parameters.Count == 0 || member.Parameters.Any(setting => setting is null || setting.Values.Any(value => value is null)))
            {
                yield return $"member {place + 1} of the decision has no setting, or null in one.";
            }
        }
    }

    private static IEnumerable<string> Of(PlanMember? second)
    {
        if (second is null)
        {
            yield break;
        }

        if (!(second.Weight is > 0 and <= 1))
        {
            yield return FormattableString.Invariant($"the second layer of the decision has the weight {second.Weight}; its share of the answer is above 0 and at most 1.");
        }

        if (second.Parameters.Count == 0 || second.Parameters.Any(setting => setting is null || setting.Values.Any(value => value is null)))
        {
            yield return "the second layer of the decision has no setting, or null in one.";
        }
    }

    // What depends on the number of classes is checked where it is known.
    private static IEnumerable<string> Of(AnsweringDecision? answering) => new[] { answering?.Intervals?.Fault(), answering?.FoldIntervals?.Fault(), answering?.Sets?.Fault() }
        .OfType<string>()
        .Select(fault => $"the answering of the decision is not sound: {fault}.");

    private static string Named(params IReadOnlyList<string?> names) =>
        names is [] or [null] ? "none" : string.Join(", ", names.Select(name => $"'{name}'"));
}
