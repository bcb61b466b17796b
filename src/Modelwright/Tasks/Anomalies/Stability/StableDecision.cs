using Modelwright.Tasks.Anomalies.FewLabels;

namespace Modelwright.Tasks.Anomalies.Stability;

/// <summary>Adds to a decision how far the same rows are strange again.</summary>
internal sealed class StableDecision(TaskGround ground, AnomalyLabels? labels)
{
    /// <summary>The decision with the figures, or with a note why there are none.</summary>
    /// <param name="decision">What was chosen.</param>
    /// <param name="detectors">The detectors of it, fitted, in its order.</param>
    /// <param name="blend">What they make of all rows without labels.</param>
    public TaskDecision Of(TaskDecision decision, IReadOnlyList<FittedMember> detectors, AnomalyBlend blend)
    {
        try
        {
            ground.Stop.ThrowIfCancellationRequested();
            return Measured(decision, detectors, blend);
        }
        catch (OperationCanceledException) when (ground.Stop.IsCancellationRequested)
        {
            // Whoever stops a run wants the model, not more figures.
            return decision;
        }
    }

    private TaskDecision Measured(TaskDecision decision, IReadOnlyList<FittedMember> detectors, AnomalyBlend blend)
    {
        ground.Report(1, "Seeing whether the same rows are strange again.");
        (TaskMember Member, double Weight)[] learned = [.. decision.Members.Where(member => !LabelledMembers.IsDetector(ground, member.Member))];
        var stability = new AnomalyStability(ground, detectors);
        var (figures, note) = labels is null || learned.Length == 0
            ? stability.Of(blend.Scores, AnomalyShare.Of(ground, blend.Contamination, [], blend.Scores).Share, seconds: 0, ScoredAgain.ByWeights([.. decision.Members.Select(member => member.Weight)]))
            : Learned(stability, new(ground, detectors, labels), learned);
        return decision with { Figures = [.. decision.Figures, .. figures], Warnings = [.. decision.Warnings, .. note is null ? [] : new[] { note }] };
    }

    private (IReadOnlyList<Recording.Figure> Figures, string? Note) Learned(AnomalyStability stability, LabelledMembers members, (TaskMember Member, double Weight)[] learned)
    {
        FittedMember[] fitted = [.. learned.Select(member => members.Fit(member.Member, member.Weight))];
        var scores = LabelledScores.Of(fitted);
        var share = ground.Options.Contamination ?? new LabelledShare(ground, fitted, labels!).Of(scores);
        return stability.Of(scores, share, fitted.Sum(member => member.Seconds), ScoredAgain.ByLabels(ground, labels!.ToLearnFrom(ground.Seed), [.. learned.Select(member => member.Member)]));
    }
}
