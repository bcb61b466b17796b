using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Tasks.Anomalies;

/// <summary>Which detectors are fitted: every learner with the settings it recommends for the data, as far as the time goes.</summary>
internal static class AnomalyMembers
{
    /// <summary>A detector may take this share of the time that is left: a dear one must not leave the others none.</summary>
    private const double MostOfTime = 0.5;

    /// <summary>The first setting of each learner, then the second of each, and so on.</summary>
    public static IEnumerable<TaskMember> Candidates(TaskGround ground)
    {
        var settings = ground.Learners.Select(learner => (Learner: learner, Settings: learner.Recommend(ground.Shape(learner)))).ToArray();
        for (var place = 0; settings.Any(some => place < some.Settings.Count); place++)
        {
            foreach (var (learner, values) in settings.Where(some => place < some.Settings.Count))
            {
                yield return new(learner, values[place], ground.Seed);
            }
        }
    }

    /// <summary>Whether there is time to fit it and to score all rows.</summary>
    public static bool Fits(TaskGround ground, TaskMember member)
    {
        var shape = ground.Shape(member.Learner);
        var cost = member.Learner.Estimate(shape, member.Values);
        return (cost.Seconds + (cost.RowSeconds * shape.Rows)) / ground.Threads <= ground.SecondsLeft * MostOfTime;
    }

    /// <summary>Fits one; null where a person asked to stop, unless there is no other yet.</summary>
    public static FittedMember? Fit(TaskGround ground, TaskMember member, bool isNeeded)
    {
        try
        {
            return ground.Fit(member);
        }
        catch (OperationCanceledException) when (!isNeeded && ground.Stop.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The scores of all rows, detector by detector, on as many threads as may be used; each is scored on its own.</summary>
    public static double[][] Scores(TaskGround ground, IReadOnlyList<FittedMember> members)
    {
        var scores = new double[members.Count][];
        Parallel.For(0, members.Count, new ParallelOptions { MaxDegreeOfParallelism = ground.Threads }, member =>
        {
            if (ground.Answered(members[member].Member) is { } known)
            {
                scores[member] = known;
                return;
            }

            scores[member] = new double[members[member].Features.RowCount];
            ((IScoresAnomalies)members[member].Inner).Score(members[member].Features, scores[member]);
        });
        for (var member = 0; member < members.Count; member++)
        {
            ground.Keep(members[member].Member, scores[member]);
        }

        return scores;
    }
}
