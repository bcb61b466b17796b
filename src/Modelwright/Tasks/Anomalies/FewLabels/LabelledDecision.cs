using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Forms.Anomalies.Blend;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>What labels add to detectors that were chosen without them.</summary>
internal sealed class LabelledDecision(TaskGround ground, AnomalyLabels labels)
{
    /// <summary>The decision with members that learned from labels, where these tell the labelled rows apart at least as well as the detectors alone.</summary>
    /// <param name="unlabelled">The detectors that were chosen, with their weights.</param>
    /// <param name="detectors">The same fitted, in the same order.</param>
    public TaskDecision Of(TaskDecision unlabelled, IReadOnlyList<FittedMember> detectors)
    {
        if (!labels.AreEnough)
        {
            var said = FormattableString.Invariant($"Column '{labels.Column}' labels {labels.Rows.Strange.Count:#,0} rows as anomalies and {labels.Rows.Usual.Count:#,0} as usual; {LabelledRowNumbers.Fewest} of each are needed to learn from them, so the detectors score alone. Label more.");
            return unlabelled with { Labels = Evidence(isUsed: false, said), Warnings = [.. unlabelled.Warnings, said] };
        }

        ground.Report(1, "Learning from the labels.");
        try
        {
            return Learned(unlabelled, detectors);
        }
        catch (OperationCanceledException) when (ground.Stop.IsCancellationRequested)
        {
            var said = $"The run was stopped before it had learned from the labels of '{labels.Column}', so the detectors score alone.";
            return unlabelled with { Labels = Evidence(isUsed: false, said), Warnings = [.. unlabelled.Warnings, said] };
        }
    }

    private TaskDecision Learned(TaskDecision unlabelled, IReadOnlyList<FittedMember> detectors)
    {
        ground.Stop.ThrowIfCancellationRequested();
        var members = new LabelledMembers(ground, detectors, labels);
        ILearner[] learners = [.. ground.LabelLearners.Where(learner => !learner.Info.Tasks.Contains(ground.Task))];
        var choice = LabelledChoice.Of(LabelledTrials.Of(members.Data, learners, ground.Context(ground.Seed)));
        return Of(unlabelled, detectors, choice, members.Data);
    }

    private TaskDecision Of(TaskDecision unlabelled, IReadOnlyList<FittedMember> detectors, LabelledChoice choice, LabelledData data)
    {
        var with = LabelledChoice.RocAuc(choice.Unseen(data.Strange + data.Usual), data.Strange, "validated", "out_of_fold");
        var without = LabelledChoice.RocAuc(Alone(unlabelled, detectors), data.Strange, "detectors", "labelled");
        var areUsed = with.Value >= without.Value;
        var evidence = Evidence(areUsed, Reason(with, without, areUsed)) with
        {
            WithLabels = with,
            WithoutLabels = without,
            Tried = [.. choice.Trials.Select(trial => Tried(trial, areUsed && choice.Chosen.Contains(trial) ? 1.0 / choice.Chosen.Count : 0))],
        };
        string[] warnings = labels.Unknown > 0 ? [] : [$"Every row of '{labels.Column}' is labelled. Leave --task out to have the column itself predicted, with a sealed holdout for its figures."];
        var decision = unlabelled with { Labels = evidence, Warnings = [.. unlabelled.Warnings, .. warnings] };
        return !areUsed ? decision : decision with
        {
            Figures = [with, .. unlabelled.Figures],
            Members =
            [
                .. unlabelled.Members.Select(member => (member.Member, member.Weight * LabelledMembers.WeightOfKind)),
                .. choice.Chosen.Select(trial => (new TaskMember(trial.Learner, trial.Values, ground.Seed), LabelledMembers.WeightOfKind / choice.Chosen.Count)),
            ],
        };
    }

    /// <summary>What the detectors say of the labelled rows; they have seen the rows, and no label.</summary>
    private double[] Alone(TaskDecision unlabelled, IReadOnlyList<FittedMember> detectors)
    {
        var scores = AnomalyMembers.Scores(ground, detectors);
        SurpriseScale[] scales = [.. scores.Select(some => SurpriseScale.Of(some))];
        return Array.ConvertAll(labels.ToLearnFrom(ground.Seed).All, row => AnomalyBlendForm.ScoreOf(unlabelled.Members.Select((member, place) => member.Weight * scales[place].Of(scores[place][row])).Sum()));
    }

    private EvidenceLabels Evidence(bool isUsed, string reason) => new()
    {
        Column = labels.Column,
        Positive = labels.Strange,
        PositiveRows = labels.Rows.Strange.Count,
        NegativeRows = labels.Rows.Usual.Count,
        UnknownRows = labels.Unknown,
        AreUsed = isUsed,
        Reason = reason,
    };

    private static EvidenceLabelLearner Tried(LabelledTrial trial, double weight)
    {
        var (mean, error) = trial.Score(_ => true);
        return new(trial.Learner.Info.Name, trial.Learner.Info.Title, mean, error, weight);
    }

    private string Reason(Figure with, Figure without, bool areUsed)
    {
        var learned = FormattableString.Invariant($"{labels.Rows.Strange.Count:#,0} anomalies and {labels.Rows.Usual.Count:#,0} usual rows of '{labels.Column}'");
        var figures = FormattableString.Invariant($"ROC AUC {with.Value:0.000} ({with.Lower:0.000} to {with.Upper:0.000}) on these rows, each by fits without it; the detectors alone have {without.Value:0.000} ({without.Lower:0.000} to {without.Upper:0.000})");
        return areUsed ? $"Learned from {learned}: {figures}." : $"Nothing was learned from {learned}: {figures}, so they score alone.";
    }
}
