using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Recording;
using Modelwright.Tasks.Anomalies.FewLabels;
using Modelwright.Tasks.Anomalies.Stability;
using Modelwright.Tasks.Anomalies.Streams;

namespace Modelwright.Tasks.Anomalies;

/// <summary>Anomalies: rows that are strange beside the others. All detectors are blended that agree with one another.</summary>
internal sealed class AnomalyTask : TargetlessTask
{
    /// <inheritdoc/>
    public override LearningTask Task => LearningTask.Anomalies;

    /// <inheritdoc/>
    public override string Title => "Anomalies";

    /// <inheritdoc/>
    public override Criterion Criterion { get; } = new("agreement", "Agreement", "How far a detector finds the same rows surprising as the others do (correlation with their weighted mean): 1 is the same, 0 as by chance.", HigherIsBetter: true);

    /// <inheritdoc/>
    public override FeatureVariant Features => FeatureVariant.Occurrences;

    /// <inheritdoc/>
    public override LearningTask? LabelTask => LearningTask.Classification;

    /// <inheritdoc/>
    public override TargetlessTask For(Schema schema) => StreamTask.Suits(schema) ? new StreamTask() : this;

    /// <inheritdoc/>
    public override TaskDecision Decide(TaskGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var labels = ground.Labels is { } column ? AnomalyLabels.Of(column, ground.Options.Positive) : null;
        List<FittedMember> fitted = [];
        List<string> late = [];
        var candidates = AnomalyMembers.Candidates(ground).ToArray();
        foreach (var candidate in candidates)
        {
            if (fitted.Count > 0 && !(ground.MayGoOn && AnomalyMembers.Fits(ground, candidate)))
            {
                late.Add(candidate.Learner.Info.Title);
                continue;
            }

            if (AnomalyMembers.Fit(ground, candidate, isNeeded: fitted.Count == 0) is not { } fit)
            {
                break;
            }

            fitted.Add(fit);
            ground.Report(fitted.Count / (double)candidates.Length, candidate.Learner.Info.Title);
        }

        var blend = AnomalyBlend.Of(AnomalyMembers.Scores(ground, fitted), ground.Options.Contamination, ground.Seed);
        var decision = Decision(fitted, blend) with { Warnings = [.. late.Count == 0 ? [] : new[] { $"There was no time for {string.Join(", ", late.Distinct())}. Give the run more time." }, .. TimeOrder.Notes(ground.Rows)] };
        FittedMember[] detectors = [.. decision.Members.Select(member => ground.Fit(member.Member))];
        var learned = labels is null ? decision : new LabelledDecision(ground, labels).Of(decision, detectors);
        return new StableDecision(ground, labels).Of(learned, detectors, blend);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FittedMember> Fit(TaskGround ground, IReadOnlyList<(TaskMember Member, double Weight)> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var detectors = base.Fit(ground, [.. members.Where(member => LabelledMembers.IsDetector(ground, member.Member))]);
        if (detectors.Count == members.Count)
        {
            return detectors;
        }

        var labelled = new LabelledMembers(ground, detectors, LabelledMembers.Labels(ground));
        return [.. detectors, .. members.Where(member => !LabelledMembers.IsDetector(ground, member.Member)).Select(member => labelled.Fit(member.Member, member.Weight))];
    }

    /// <inheritdoc/>
    public override TaskModel Assemble(TaskGround ground, IReadOnlyList<FittedMember> members) => new AnomalyAssembly(ground, members).Run();

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Against(Column truth, IForm form, Table rows) => AnomalyTruth.Of(truth, form, rows);

    private static TaskDecision Decision(List<FittedMember> fitted, AnomalyBlend blend)
    {
        LeaderboardEntry[] trials =
        [
            .. fitted.Select((one, place) => new LeaderboardEntry(place + 1, one.Member.Learner.Info.Name, one.Member.Learner.Info.Title, one.Member.Values.ToString(), blend.Agreements[place], one.Seconds) { Weight = blend.Weights[place] })
                .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Trial),
        ];
        var left = blend.Weights.Count(weight => weight == 0);
        return new([.. fitted.Select((one, place) => (one.Member, Weight: blend.Weights[place])).Where(one => one.Weight > 0).OrderByDescending(one => one.Weight)])
        {
            Trials = trials,
            Reason = FormattableString.Invariant($"Each of {fitted.Count} detectors counts by its agreement with the others; alike ones share a weight, and {left} that contradict the rest are left out. A row counts by the detectors that it surprises most, of all weight a third."),
        };
    }
}
