using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Forms.Anomalies.Labelled;
using Modelwright.Runtime.Forms.Anomalies.Verdict;
using Modelwright.Tasks.Anomalies.FewLabels;

namespace Modelwright.Tasks.Anomalies;

/// <summary>Puts fitted detectors together: one score, the score from which on a row is an anomaly, and what is usual.</summary>
internal sealed class AnomalyAssembly(TaskGround ground, IReadOnlyList<FittedMember> members)
{
    private const int MostShown = 25;
    private const int MostScores = 20_000;

    /// <summary>Makes the model.</summary>
    public TaskModel Run()
    {
        FittedMember[] detectors = [.. members.Where(member => LabelledMembers.IsDetector(ground, member.Member))];
        FittedMember[] labelled = [.. members.Where(member => !LabelledMembers.IsDetector(ground, member.Member))];
        var whole = labelled.Length > 0 ? 1 / LabelledMembers.WeightOfKind : 1;
        var blend = AnomalyBlend.Of(AnomalyMembers.Scores(ground, detectors), [.. detectors.Select(member => member.Weight * whole)], ground.Options.Contamination, ground.Seed);
        var alone = blend.Form([.. detectors.Select(member => member.Form)]);
        IForm scorer = labelled.Length == 0 ? alone : new LabelledAnomalyForm(alone, [.. labelled.Select(member => member.Form)], [.. labelled.Select(member => member.Weight * whole)]);
        var scores = labelled.Length == 0 ? blend.Scores : LabelledScores.Of(labelled);
        var share = AnomalyShare.Of(ground, blend.Contamination, labelled, scores);
        var threshold = labelled.Length == 0 && !share.IsOfLabels ? blend.Threshold : share.ThresholdOf(scores);
        var form = new AnomalyVerdictForm(scorer, threshold, [.. scorer.Info.Inputs.Select(input => Usual(ground.Rows[input.Name]))]);
        var evidence = Evidence(share, threshold, scores) with
        {
            Detectors = [.. detectors.Select((member, place) => new EvidenceDetector(member.Member.Learner.Info.Name, member.Member.Learner.Info.Title, blend.Weights[place], blend.Agreements[place]) { Setting = member.Member.Values.ToString() })],
        };
        return new(form, AnomalyLead.Of(evidence, scores.Length)) { EvidenceOfAnomalies = evidence, Anomalies = Details(form, scores) };
    }

    private static EvidenceAnomalies Evidence(AnomalyShare share, double threshold, double[] scores) => new()
    {
        Threshold = threshold,
        Found = scores.Count(score => score >= threshold),
        Share = share.Share,
        Lower = share.Lower,
        Upper = share.Upper,
        Reason = share.Reason,
        Detectors = [],
    };

    /// <summary>When rows came is usual at no time.</summary>
    private static UsualValues Usual(Column column) => column is TimeColumn times && RunningTime.Is(times) ? new(column.Name, column.Type) : UsualValues.Of(column);

    private AnomalyDetails Details(AnomalyVerdictForm form, double[] scores)
    {
        var order = Enumerable.Range(0, scores.Length).ToArray();
        Array.Sort(order, (one, other) => scores[other].CompareTo(scores[one]) is not 0 and var by ? by : one - other);
        var shown = order[..Math.Min(MostShown, order.Length)];

        // As if each were an anomaly, so that the strangest say why even where none is one.
        double[] answers = [.. shown.SelectMany(row => new[] { scores[row], 1.0 })];
        var texts = new string?[shown.Length];
        form.Texts(ground.Rows.Take(shown), answers, texts);
        var step = Math.Max(1, (scores.Length + MostScores - 1) / MostScores);
        return new(
            [.. shown.Select((row, place) => new StrangestRow(row, scores[row], scores[row] >= form.Threshold, texts[place] ?? ""))],
            [.. scores.Where((_, row) => row % step == 0)]);
    }
}
