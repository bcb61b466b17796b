using Modelwright.Core.Data;
using Modelwright.Features;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Forms.Anomalies.Verdict;

namespace Modelwright.Tasks.Anomalies;

/// <summary>Puts fitted detectors together: one score, the score from which on a row is an anomaly, and what is usual.</summary>
internal sealed class AnomalyAssembly(TaskGround ground, IReadOnlyList<FittedMember> members)
{
    private const int MostShown = 25;
    private const int MostScores = 20_000;

    /// <summary>Makes the model.</summary>
    public TaskModel Run()
    {
        var blend = AnomalyBlend.Of(AnomalyMembers.Scores(ground, members), [.. members.Select(member => member.Weight)], ground.Options.Contamination, ground.Seed, ground.Stop);
        var scores = blend.Form([.. members.Select(member => member.Form)]);
        var form = new AnomalyVerdictForm(scores, blend.Threshold, [.. scores.Info.Inputs.Select(input => Usual(ground.Rows[input.Name]))]);
        return new(form, AnomalyLead.Of(blend)) { EvidenceOfAnomalies = Evidence(blend), Anomalies = Details(form, blend.Scores) };
    }

    /// <summary>When rows came is usual at no time.</summary>
    private static UsualValues Usual(Column column) => column is TimeColumn times && RunningTime.Is(times) ? new(column.Name, column.Type) : UsualValues.Of(column);

    private EvidenceAnomalies Evidence(AnomalyBlend blend)
    {
        var (estimate, told) = (blend.Contamination, ground.Options.Contamination);
        return new()
        {
            Threshold = blend.Threshold,
            Found = blend.Scores.Count(score => score >= blend.Threshold),
            Share = told ?? estimate.Share,
            Lower = told is null ? estimate.Low : null,
            Upper = told is null ? estimate.High : null,
            Reason = told is not null ? "The share of anomalies was told."
                : estimate.Share > 0 ? "The share of anomalies is the median of three estimates: what is above every threshold beyond what usual rows leave there, what lies beyond the largest gap between scores, and the weight of a second distribution above the usual one. Give another with --contamination."
                : "No share of the rows stands out beyond what usual rows leave, so none is called an anomaly. Give a share with --contamination to have the strangest called so.",
            Detectors = [.. members.Select((member, place) => new EvidenceDetector(member.Member.Learner.Info.Name, member.Member.Learner.Info.Title, member.Weight, blend.Agreements[place]) { Setting = member.Member.Values.ToString() })],
        };
    }

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
